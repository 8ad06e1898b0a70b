import { expect, test } from 'vitest';
import { readSettings } from '../../src/domain/settings.ts';

const WHOLE = { pendo_by: 'guide', pendo_guide: 'abc-DEF_123', notice_article: '360001' };
const guideOf = (raw: Record<string, unknown>) => readSettings(raw).guide;

test('without a word of it there is no notice in the product', () => {
  expect(guideOf({})).toBeUndefined();
  expect(guideOf({ pendo_guide: 'abc-DEF_123', notice_article: '360001' })).toBeUndefined();
});

test('a guide that is not complete is done by hand', () => {
  expect(guideOf({ pendo_by: 'hand' })).toEqual({ by: 'hand' });
  expect(guideOf({ ...WHOLE, notice_article: 'Service notice' })).toEqual({
    by: 'hand',
    lacks: ['notice_article'],
  });
  expect(guideOf({ ...WHOLE, pendo_guide: 'a/b?c' })).toEqual({ by: 'hand', lacks: ['pendo_guide'] });
});

test.each([
  ['360001', '360001'],
  ['https://acme.zendesk.com/hc/en-us/articles/360001-Service-notice', '360001'],
  ['360001-Service-notice', '360001'],
])('the article is read from %s', (text, article) => {
  expect(guideOf({ ...WHOLE, notice_article: text })).toEqual({
    by: 'guide',
    host: 'app.pendo.io',
    guide: 'abc-DEF_123',
    article,
  });
});

test.each([
  ['https://app.eu.pendo.io/s/1', 'app.eu.pendo.io'],
  ['US1.app.pendo.io', 'us1.app.pendo.io'],
  ['evil.example', 'app.pendo.io'],
])('the key goes to a host of Pendo’s alone: %s', (text, host) => {
  expect(guideOf({ ...WHOLE, pendo_host: text, pendo_segment: 'seg-1234' })).toMatchObject({
    host,
    segment: 'seg-1234',
  });
});
