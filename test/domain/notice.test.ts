import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isExpired, type Notice, noticeOf, noticeText, withNotice } from '../../src/domain/notice.ts';
import { readFeed, writeFeed } from '../../src/domain/noticeFeed.ts';
import { channelFacts, channelWords } from './channelSample.ts';
import { HOSTILE } from './hostile.ts';

const NOON = new Date('2026-11-25T12:00:00.000Z');
const textOf = (incident: Parameters<typeof channelFacts>[0], update = {}, language = 'en') =>
  noticeText(channelFacts(incident, update).incident, channelWords(language), 'iDonate', language);
const NO_MORE = { noNews: false, extra: '', reopens: false };

describe('what customers read inside the product', () => {
  const symptoms = 'Error 502';
  test('is the runbook’s text for an issue under investigation, word for word', () => {
    expect(textOf({ stage: 'investigating', symptoms, eta: undefined }, NO_MORE)).toEqual({
      title: 'Service Status Update: Issue Under Investigation',
      text: [
        "We're currently investigating an issue that may be impacting some of our services. Our team is working diligently to identify the cause and resolve it as quickly as possible.",
        'Estimated Resolution Time: Unknown',
        'Symptoms: Error 502',
        'We apologize for any inconvenience this may cause and appreciate your patience as we work to address this issue.',
      ].join('\n'),
    });
  });

  test('is the runbook’s text for a fix in progress, with the estimate', () => {
    const eta = { text: 'in an hour', by: 'Sam' };
    expect(textOf({ stage: 'identified', symptoms, eta }, NO_MORE)).toEqual({
      title: 'Service Status Update: Issue Identified - Fix in Progress',
      text: [
        "We've identified the issue that may be impacting your experience with iDonate. Our team is actively working on implementing the fix to resolve this issue as quickly as possible.",
        'Estimated Resolution Time: in an hour',
        'Symptoms: Error 502',
        'We apologize for any inconvenience this may cause and appreciate your patience and understanding.',
      ].join('\n'),
    });
  });

  test('is the runbook’s text at the end', () => {
    expect(textOf({ stage: 'resolved', symptoms }, NO_MORE)).toEqual({
      title: 'Service Status Update: Issue Resolved',
      text: [
        'Great news! The issue has been resolved, and our services are back to normal. Thank you for your patience and understanding while we worked to address this issue.',
        "If you have any further questions or concerns, please don't hesitate to reach out to our support team.",
      ].join('\n'),
    });
  });

  test('says a time with its day and in UTC, for it is read by everybody and tomorrow, too', () => {
    const eta = { text: 'soon', at: '2026-11-25T14:30:00.000Z', by: 'Sam' };
    expect(textOf({ stage: 'identified', eta }).text).toContain(
      'Estimated Resolution Time: Nov 25, 14:30 UTC',
    );
  });

  test.each(HOSTILE)('$name stays text, and comes back from the feed as it was', ({ text }) => {
    const said = textOf({ stage: 'investigating', symptoms: text }, { extra: text });
    const notice = noticeOf(channelFacts().incident, said, NOON);
    const body = writeFeed([notice]);
    expect(body).toMatch(/^<pre>[ -~]*<\/pre>$/);
    expect(body.slice(5, -6)).not.toMatch(/[<>&']|\{\{|\{%/);
    expect(readFeed(body)).toEqual([notice]);
    expect(said.text.length).toBeLessThanOrEqual(3_900);
  });
});

describe('what is published', () => {
  const notice = (different: Partial<Notice>): Notice => ({
    incident: 1,
    n: 1,
    title: 'T',
    text: '',
    postedAt: NOON.toISOString(),
    ...different,
  });
  const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

  test('ends one hour after it was posted, and only after *resolved*', () => {
    const { incident } = channelFacts({ stage: 'resolved' });
    const ending = noticeOf(incident, { title: '', text: '' }, NOON);
    expect(ending.expiresAt).toBe('2026-11-25T13:00:00.000Z');
    expect(isExpired(ending, new Date('2026-11-25T12:59:59.999Z'))).toBe(false);
    expect(isExpired(ending, new Date('2026-11-25T13:00:00.000Z'))).toBe(true);
    const running = noticeOf({ ...incident, stage: 'monitoring' }, { title: '', text: '' }, NOON);
    expect(running).not.toHaveProperty('expiresAt');
  });

  test('an older update never takes the place of a newer one, nor a second try that of the first', () => {
    const first = notice({ n: 3 });
    expect(withNotice([first], notice({ n: 2, postedAt: later(1).toISOString() }), NOON)).toEqual([first]);
    expect(withNotice([first], notice({ n: 3, postedAt: later(1).toISOString() }), NOON)).toEqual([first]);
  });

  test('two incidents stand side by side, the newest first; what has expired goes, and five are enough', () => {
    const gone = notice({ incident: 9, expiresAt: NOON.toISOString() });
    const others = [2, 3, 4, 5, 6, 7].map((incident) =>
      notice({ incident, postedAt: later(incident).toISOString() }),
    );
    const published = withNotice([gone, ...others], notice({ postedAt: later(10).toISOString() }), NOON);
    expect(published.map(({ incident }) => incident)).toEqual([1, 7, 6, 5, 4]);
  });

  test.each([
    '',
    '<p>Nothing yet</p>',
    '<pre>{}</pre>',
    '<pre>{"allclear":1,"notices":[{"id":"x"}]}</pre>',
    '}{',
  ])('an article that says %j holds no notice of ours', (body) => {
    expect(readFeed(body)).toEqual([]);
  });

  test('an editor that has spelled out quotes and wrapped it changes nothing', () => {
    const body = writeFeed([notice({})])
      .replaceAll('"', '&quot;')
      .replace('<pre>', '<p>See:</p><pre class="x">');
    expect(readFeed(body)).toEqual([notice({})]);
  });
});

test('docs/pendo.md holds the block as it is tested', () => {
  const [docs, block] = ['pendo.md', 'pendo-notice.js'].map((name) =>
    readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8'),
  );
  expect(docs?.split('```js\n')[1]?.split('```')[0]).toBe(block);
});
