import { expect, test } from 'vitest';
import { readSettings } from '../../src/domain/settings.ts';

test('nothing is set up where nothing was entered', () => {
  expect(readSettings({})).toMatchObject({ chat: undefined, statusPage: undefined });
  expect(readSettings({ slack_by: 'off', slack_channel: '#x', statuspage_page: ' ' })).toMatchObject({
    chat: undefined,
    statusPage: undefined,
  });
});

test('Slack is told by a bot in a channel, #support_tech unless another is named, or by a webhook', () => {
  expect(readSettings({ slack_by: ' Bot ' }).chat).toEqual({ by: 'bot', channel: '#support_tech' });
  expect(readSettings({ slack_by: 'bot', slack_channel: 'C0123456789' }).chat?.channel).toBe('C0123456789');
  expect(readSettings({ slack_by: 'webhook' }).chat?.by).toBe('webhook');
  expect(readSettings({ slack_by: 'carrier pigeon' }).chat).toBeUndefined();
});

test('a status page is its id, with the components that are ids, and writes to nobody unless that is wanted', () => {
  const page = {
    statuspage_page: 'h4rb0rg1fts9',
    statuspage_components: 'abcd1234, efgh5678;  ../x\nijkl9012',
  };
  expect(readSettings(page).statusPage).toEqual({
    page: 'h4rb0rg1fts9',
    components: ['abcd1234', 'efgh5678', 'ijkl9012'],
    writesToSubscribers: false,
  });
  expect(readSettings({ ...page, statuspage_subscribers: 'Write' }).statusPage?.writesToSubscribers).toBe(
    true,
  );
  expect(readSettings({ statuspage_page: 'x/../pages' }).statusPage).toBeUndefined();
});
