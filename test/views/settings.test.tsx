import { describe, expect, test } from 'vitest';
import { APP_SETTINGS } from '../workspace/appSettings.ts';
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
