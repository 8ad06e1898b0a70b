import { act, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import '../../src/actions/bringInLine.ts';
import '../../src/actions/readChannels.ts';
import '../../src/views/sidebar/ChannelsSection.tsx';
import '../../src/views/sidebar/DriftSection.tsx';
import { APP_SETTINGS } from '../workspace/appSettings.ts';
import type { World } from '../workspace/world/world.ts';
import { type Shown, showSidebar } from './showSidebar.tsx';

const SETTINGS = { ...APP_SETTINGS, pendo_by: 'off', jira_project: '' };

/** Customers have heard update 2; who is asked of the others depends on the record. */
function given(receipts: readonly object[], more: object = {}): NonNullable<Shown['given']> {
  return (world, { incident }) => {
    change(world, incident.id, (record) => ({ ...record, ...more, receipts: [...receipts] }));
    return undefined;
  };
}

function change(world: World, id: number, act: (record: Record<string, unknown>) => object) {
  const field = world.fieldId('allclear_record');
  const { values } = world.ticket(id);
  const text = JSON.stringify(act(JSON.parse(String(values.fields.get(field)))));
  world.ticket(id).values = { ...values, fields: new Map(values.fields).set(field, text) };
}

const receipt = (channel: string, outcome: string, more: object = {}) => ({
  channel,
  n: 2,
  outcome,
  at: '2026-11-23T11:00:00Z',
  ...more,
});
const TOLD = receipt('tickets', 'told', { told: 3, total: 3 });
const FAILED = receipt('slack', 'failed', { reason: 'unreachable', service: 'Slack' });

/** What is written to the incident's ticket waits until its stamp tells; code that is loaded later takes real turns. */
async function wait({ time }: Pick<Awaited<ReturnType<typeof showSidebar>>, 'time'>) {
  for (let step = 0; step < 10; step += 1) {
    await act(() => new Promise<void>((resolve) => setTimeout(resolve, 2)));
    await act(() => time.advance(4_000));
  }
}

const open = async (shown: Shown) => {
  const sidebar = await showSidebar({
    outage: { update: 2, told: 2, stage: 'identified' },
    settings: SETTINGS,
    ...shown,
  });
  await sidebar.press('See what each channel says now');
  const row = (name: string) => within(screen.getByTestId(`drift-${name}`));
  return { ...sidebar, row, wait: () => wait(sidebar) };
};

describe('what each channel says', () => {
  test('is asked by who wants to know, and differences are brought in line with one press', async () => {
    const { see, press, row, world, text, wait } = await open({
      given: given([TOLD, FAILED], { heard: { slack: 1 } }),
    });
    await see('3 of 3 have update 2');
    expect(row('tickets').getByText('Same')).toBeTruthy();
    expect(row('slack').getByText('Differs')).toBeTruthy();
    expect(screen.getByTestId('drift-slack').textContent).toContain('Update 1Update 2 is not there.');
    expect(screen.getByTestId('drift-statuspage').textContent).toContain('No updateUpdate 2 is not there.');
    await press('Bring in line');
    await wait();
    await see('All of them say the same.');
    expect(text()).toContain('Update 2 · told');
    expect(screen.queryByTestId('drift-bring')).toBeNull();
    expect(world.slack.channel('support_tech').messages).toHaveLength(2);
    expect([...world.statuspage.incidents.values()].map(({ state }) => state)).toEqual(['identified']);
  });

  test('that would not be brought in line says why and what to do', async () => {
    const { see, press, world, wait } = await open({ given: given([TOLD, FAILED]) });
    world.slack.channel('support_tech').hasBot = false;
    await press('Bring in line');
    await wait();
    await see('Slack: Allclear is not in the channel. Invite it there');
    await see('Bring in line');
  });

  test('that does not answer is not known, and the others are', async () => {
    const { see, row } = await open({
      given: (world, outage) => {
        world.takeDown('api.statuspage.io');
        return given([TOLD])(world, outage);
      },
    });
    await see('This could not be asked: no answer came from Statuspage.');
    expect(row('statuspage').getByText('Differs')).toBeTruthy(); // by its receipt
    await see('Bring in line');
  });

  test('is for all to see, and for those who may tell everyone to mend', async () => {
    const { see } = await open({ by: 'ines', given: given([TOLD, FAILED]) });
    await see('Update 2 is not there.');
    expect(screen.queryByTestId('drift-bring')).toBeNull();
  });

  test('is said in Arabic as well', async () => {
    const sidebar = await showSidebar({
      outage: { update: 2, told: 2, stage: 'identified' },
      settings: SETTINGS,
      language: 'ar',
      given: given([TOLD, FAILED]),
    });
    await sidebar.press('اعرض ما تقوله كل قناة الآن');
    await sidebar.see('مختلف');
    await sidebar.see('طابِق');
  });
});

describe('an incident that is declared and has no update yet', () => {
  const declared =
    (receipts: readonly object[]): NonNullable<Shown['given']> =>
    (world, { incident }) => {
      change(world, incident.id, ({ update: _, ...record }) => ({ ...record, receipts }));
      return undefined;
    };

  test('says that Slack knows of it', async () => {
    const { see } = await showSidebar({
      settings: SETTINGS,
      given: declared([receipt('slack', 'told', { n: 0 })]),
    });
    await see('Slack knows of the incident');
  });

  test('says why Slack does not, and a press tells it', async () => {
    const sidebar = await showSidebar({ settings: SETTINGS, given: declared([{ ...FAILED, n: 0 }]) });
    const { see, press, world } = sidebar;
    await see('The incident is declared, but Slack does not know of it: no answer came from Slack.');
    await press('Try again');
    await wait(sidebar);
    await see('Slack knows of the incident');
    expect(world.slack.channel('support_tech').messages).toHaveLength(1);
  });
});
