import { describe, expect, test } from 'vitest';
import { disarmMarkup, pageUpdate } from '../../src/domain/pageText.ts';
import { channelFacts, channelWords } from './channelSample.ts';

describe('what the public reads', () => {
  test('is what customers are told, without names of people', () => {
    const { name, body, stage, severity, n } = pageUpdate(channelFacts(), channelWords());
    expect({ name, stage, severity, n }).toEqual({
      name: 'Donation form returns error 502',
      stage: 'identified',
      severity: 1,
      n: 3,
    });
    expect(body.split('\n\n')).toEqual([
      'We have found the cause and are working on a fix.',
      'Donors press Give and see an error.',
      'A fix is expected: 12:30 UTC.',
      'Next update: Nov 23, 11:38 UTC.',
    ]);
  });

  test('says that it is over without promising anything', () => {
    const facts = channelFacts({ stage: 'resolved', symptoms: '' });
    expect(pageUpdate(facts, channelWords()).body).toBe('This is resolved.');
  });

  test('is as long as a page takes, and is never without a name', () => {
    const facts = channelFacts({ title: 'x'.repeat(400), symptoms: 'y'.repeat(30_000) });
    const { name, body } = pageUpdate(facts, channelWords());
    expect(name).toHaveLength(250);
    expect(name.endsWith('…')).toBe(true);
    expect(body.length).toBeLessThan(6_000);
    expect(pageUpdate(channelFacts({ title: ' ' }), channelWords()).name).toBe('#100');
  });
});

describe('markup in it', () => {
  test.each([
    ['<script>alert(1)</script>', '<\u2060script>alert(1)<\u2060/script>'],
    ['&lt;b&gt; &#60;', '&\u2060lt;b&\u2060gt; &\u2060#60;'],
    ['[our page](https://evil.example)', ']\u2060('],
    ['3 < 4 & 5 > 2', '3 < 4 & 5 > 2'],
  ])('%s becomes none', (text, expected) => {
    expect(disarmMarkup(text)).toContain(expected);
    expect(disarmMarkup(text).replaceAll('\u2060', '')).toBe(text);
  });
});
