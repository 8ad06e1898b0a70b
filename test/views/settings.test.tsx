import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { APP_SETTINGS } from '../workspace/appSettings.ts';
import { NOTICE } from '../workspace/world/seed/notice.ts';
import type { World } from '../workspace/world/world.ts';
import { type ShownModal, showModal } from './showModal.tsx';

const open = (wanted: ShownModal = {}) =>
  showModal(() => ({ show: 'settings' }), { settings: APP_SETTINGS, ...wanted });
const given = (change: (world: World) => void): ShownModal => ({ given: ({ world }) => change(world) });

function expire({ jira }: World) {
  jira.account.expired = true;
}

test('all is well: every part says so, with its age', async () => {
  const { see, text, world } = await open();
  await see('Signed in to Jira as Allclear, with every right that is needed in the project PAY.');
  await see('Can be filed: Bug, Incident (asks for Severity).');
  await see('All of Allclear’s ticket fields were found.');
  await see(/Works.*checked just now/);
  expect(text()).not.toContain('Does not work');
  expect(world.jira.issues.size).toBe(0);
});

test('an account without Jira is not told that something is wrong', async () => {
  const { see, text } = await open({ settings: {} });
  await see('Jira is not set up, and Allclear does without it.');
  expect(text()).toContain('Not set up');
});

test('half of the settings: the other half is named', async () => {
  const { see } = await open({ settings: { ...APP_SETTINGS, jira_email: '', jira_project: 'not a key' } });
  await see('These settings are empty or make no sense: Jira project, Jira account e-mail.');
});

describe('what is wrong with Jira, and what to do', () => {
  test.each<[string, ShownModal, string]>([
    ['an expired token', given(expire), 'has expired or was revoked'],
    ['no token at all', { settings: { ...APP_SETTINGS, jira_token: '' } }, 'it is missing, has expired'],
    [
      'a scope that the token lacks',
      given(({ jira }) => void jira.account.scopes.delete('read:jira-work')),
      'Jira says: Unauthorized; scope does not match.',
    ],
    [
      'rights that the account lacks',
      given(({ jira }) => void jira.account.permissions.delete('CREATE_ISSUES')),
      'this account lacks these rights: Create Issues.',
    ],
    [
      'a project that is not there',
      { settings: { ...APP_SETTINGS, jira_project: 'NOPE' } },
      'Jira shows no project NOPE. Check its key and the cloud ID',
    ],
    [
      'another site’s cloud ID',
      { settings: { ...APP_SETTINGS, jira_cloud_id: '1' } },
      'Jira says: The requested site does not exist.',
    ],
    [
      'a host that the package does not name',
      { settings: { ...APP_SETTINGS, jira_cloud_id: '' } },
      'npm run package -- --jira-host harborgifts.atlassian.net',
    ],
    [
      'a Jira that is down',
      given((world) => void world.takeDown('api.atlassian.com')),
      'no answer from Jira',
    ],
  ])('%s', async (_, wanted, words) => {
    const { see, text } = await open(wanted);
    await see(words);
    expect(text()).toContain('Does not work');
  });

  test('a kind of issue that asks for what nobody can be asked here', async () => {
    const { see } = await open(
      given(({ jira }) => void jira.addField({ name: 'Owner', kind: 'userpicker', on: { Bug: 'required' } })),
    );
    await see('Bug (asks for Owner) can’t be filed from Zendesk');
    await see('Can be filed: Incident (asks for Severity).');
    await see('Look at this');
  });

  test('no site: keys lead nowhere', async () => {
    const { see } = await open({ settings: { ...APP_SETTINGS, jira_site: '' } });
    await see('keys are shown without a link');
  });
});

describe('what is wrong with a channel, and what to do', () => {
  const set = (settings: Record<string, unknown>): ShownModal => ({
    settings: { ...APP_SETTINGS, ...settings },
  });
  const row = (id: string) => screen.getByTestId(`check-${id}`).textContent ?? '';
  test.each<[string, string, ShownModal, string, string]>([
    [
      'slack',
      'all is well',
      {},
      'Works',
      'Signed in to Harbor Gifts as allclear, which is in #support_tech.',
    ],
    [
      'slack',
      'not set up',
      set({ slack_by: 'off' }),
      'Not set up',
      'write bot or webhook into “Post to Slack”',
    ],
    ['slack', 'a webhook', set({ slack_by: 'webhook' }), 'Look at this', 'can’t be tried without posting'],
    ['slack', 'another channel', set({ slack_channel: '#nope' }), 'Does not work', 'sees no channel #nope'],
    [
      'slack',
      'not invited',
      set({ slack_channel: '#engineering' }),
      'Look at this',
      'Invite it: /invite @allclear.',
    ],
    [
      'slack',
      'an archived channel',
      {
        ...set({ slack_channel: 'C041000002' }),
        ...given(({ slack }) => void Object.assign(slack.channel('support_tech'), { isArchived: true })),
      },
      'Does not work',
      '#support_tech is archived',
    ],
    [
      'slack',
      'a scope that is missing',
      given(({ slack }) => void slack.scopes.delete('channels:read')),
      'Look at this',
      'can’t be seen without the scope channels:read',
    ],
    [
      'slack',
      'a token that was revoked',
      given(({ slack }) => void Object.assign(slack, { tokenTrouble: 'token_revoked' })),
      'Does not work',
      'Slack does not accept the bot token any more.',
    ],
    ['statuspage', 'all is well', {}, 'Works', 'Incidents are shown on: Donation form.'],
    ['statuspage', 'not set up', set({ statuspage_page: '' }), 'Not set up', 'fill in “Statuspage page ID”'],
    ['statuspage', 'no components', set({ statuspage_components: '' }), 'Works', 'shown without a component'],
    [
      'statuspage',
      'a strange component',
      set({ statuspage_components: 'nope1234' }),
      'Does not work',
      'no components with these IDs: nope1234.',
    ],
    [
      'statuspage',
      'a strange page',
      set({ statuspage_page: 'nope1234' }),
      'Does not work',
      'There is no page nope1234 that this key may see.',
    ],
    [
      'statuspage',
      'subscribers',
      set({ statuspage_subscribers: 'write' }),
      'Works',
      'Everybody who follows the page is written to',
    ],
    [
      'statuspage',
      'a page that is down',
      given((world) => void world.takeDown('api.statuspage.io')),
      'Does not work',
      'no answer came from Statuspage.',
    ],
    ['pendo', 'all is well', {}, 'Works', 'It is shown to those whom it is set up for in Pendo.'],
    ['pendo', 'not set up', set({ pendo_by: 'off' }), 'Not set up', 'write guide or hand'],
    ['pendo', 'by hand', set({ pendo_by: 'hand' }), 'Works', 'Notices are published by hand'],
    [
      'pendo',
      'half of the settings',
      set({ pendo_guide: '' }),
      'Look at this',
      'empty or make no sense: Pendo guide ID.',
    ],
    [
      'pendo',
      'another guide',
      set({ pendo_guide: 'nope-1234' }),
      'Does not work',
      'Pendo does not know the guide.',
    ],
    [
      'pendo',
      'another segment',
      set({ pendo_segment: 'nope-1234' }),
      'Does not work',
      'Pendo does not know the segment nope-1234.',
    ],
    [
      'pendo',
      'another article',
      set({ notice_article: '1' }),
      'Does not work',
      'the notice’s article is not there.',
    ],
    [
      'pendo',
      'an article that not everybody reads',
      given(
        ({ helpCenter }) => void Object.assign(helpCenter.article(NOTICE.article), { userSegmentId: 77 }),
      ),
      'Does not work',
      'Customers can’t read the notice’s article in: en-us, es.',
    ],
  ])('%s: %s', async (id, _, wanted, tone, words) => {
    const { see, world } = await open(wanted);
    await see(words);
    expect(row(id)).toContain(tone);
    expect(row(id)).toContain(words);
    expect(world.slack.channel('support_tech').messages).toEqual([]);
    expect(world.statuspage.incidents.size).toBe(0);
  });
});

test('what was mended is seen by checking again', async () => {
  const { see, press, world } = await open(given(expire));
  await see('Does not work');
  world.jira.account.expired = false;
  await press('Check again');
  await see('Signed in to Jira as Allclear');
});

test('fields that the account lacks are named', async () => {
  const { see } = await open({
    requirements: false,
    given: ({ world }) => {
      for (const field of world.ticketFields.values())
        if (field.title === 'Allclear told') field.active = false;
    },
  });
  await see('These ticket fields were not found: Allclear told.');
});

test.each(['es', 'ar'])('it speaks %s', async (language) => {
  const { see, text } = await open({ language });
  await see(/Allclear.*PAY/);
  expect(text()).not.toMatch(/settingsCheck|\{\w+\}|Signed in/);
});
