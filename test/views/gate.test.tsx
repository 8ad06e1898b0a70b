import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import '../../src/adapters/jira/jira.ts';
import { readRecord } from '../../src/domain/record.ts';
import { APP_SETTINGS } from '../workspace/appSettings.ts';
import type { SmallOutageOptions } from '../workspace/world/seed/build.ts';
import { type ShownModal, showModal } from './showModal.tsx';

const FIXED = { status: 'Done', resolution: 'Done' };
const AT_WORK = { status: 'In Progress' };
const DUPLICATE = { status: 'Done', resolution: 'Duplicate' };

/** The modal at *resolved*, of an incident whose issue stands like this. */
async function resolving(issue: SmallOutageOptions['issue'], different: ShownModal = {}) {
  const shown = await showModal((incident) => ({ show: 'post', incident, stage: 'resolved' }), {
    settings: APP_SETTINGS,
    outage: { reports: 3, ...(issue && { issue }) },
    ...different,
  });
  const { world, incident } = shown;
  const read = () => readRecord(String(world.valueOf(incident.id, 'allclear_record')));
  return {
    ...shown,
    update: () => {
      const found = read();
      return found.state === 'read' ? found.record.update : undefined;
    },
  };
}
const field = (name: string) => screen.getByTestId<HTMLInputElement>(`post-${name}`);
const type = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });
const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });
const heard = ({ world, reports }: Awaited<ReturnType<typeof resolving>>) =>
  reports.filter(({ id }) => world.ticket(id).publicComments.length > 1).length;

describe('with the issue fixed in Jira', () => {
  test('resolved is said straight away, and nobody has to be named', async () => {
    const shown = await resolving(FIXED);
    const { see, press, until, update, time } = shown;
    await see('Jira lets you say resolved.');
    await see(/PAY-123 · Done · \d+ min ago/);
    expect(radio('Jira says that it is fixed').checked).toBe(true);
    expect(screen.queryByTestId('post-gateBy')).toBeNull();
    await press('Tell 3 customers');
    await until(() => expect(update()?.gate).toMatchObject({ kind: 'jira', by: 'PAY-123' }));
    await time.advance(20_000);
    await until(() => expect(heard(shown)).toBe(3));
  });

  test('nothing is sent when Engineering has reopened it meanwhile, and the form asks from then on', async () => {
    const shown = await resolving(FIXED);
    const { see, press, update, world } = shown;
    await see('Tell 3 customers');
    await see('Jira lets you say resolved.');
    world.jira.transition('PAY-123', 'Reopen');
    await press('Tell 3 customers');
    await see('Nothing was posted, and nobody was told anything.');
    await see(/PAY-123 does not stand as fixed: In Progress \(.*\)/);
    await see('Engineering is not done in Jira.');
    expect(update()?.n).toBe(1);
    expect(heard(shown)).toBe(0);
    await press('Tell 3 customers');
    await see('Name the engineer who confirmed it.');
  });

  test('nothing is sent when Jira falls silent, and a person’s word helps on', async () => {
    const shown = await resolving(FIXED);
    const { see, press, until, update, world } = shown;
    await see('Jira lets you say resolved.');
    await see('Tell 3 customers');
    world.faults.script({ url: /\/issue\// }, { kind: 'lost', applied: false }, Number.POSITIVE_INFINITY);
    await press('Tell 3 customers');
    await see('Jira did not say. Jira can’t be read: no answer from Jira');
    expect(update()?.n).toBe(1);
    type('gateBy', 'Sam Osei');
    type('gateWhere', 'the incident call');
    await press('Tell 3 customers');
    // What Jira said before is written down with its age, and lets nothing be said.
    await until(() =>
      expect(update()?.gate).toMatchObject({
        kind: 'confirmed',
        by: 'Sam Osei',
        where: 'the incident call',
        issue: { key: 'PAY-123', state: 'done' },
      }),
    );
  });

  test('one’s own decision may still be chosen', async () => {
    const { see, press, until, update } = await resolving(FIXED);
    await see('Jira lets you say resolved.');
    await see('Tell 3 customers');
    act(() => radio('It is my own decision').click());
    type('gateReason', 'Rolled back');
    await press('Tell 3 customers');
    await until(() => expect(update()?.gate).toMatchObject({ kind: 'override', reason: 'Rolled back' }));
  });
});

describe('with the issue not fixed in Jira', () => {
  test.each<[string, SmallOutageOptions['issue'], string]>([
    ['closed as a duplicate', DUPLICATE, 'Jira does not say that it is fixed.'],
    ['still at work', AT_WORK, 'Engineering is not done in Jira.'],
  ])('%s: asks for who confirmed it, where and when', async (_, issue, said) => {
    const { see, press, until, update, time } = await resolving(issue);
    await see(said);
    expect(screen.queryByRole('radio', { name: 'Jira says that it is fixed' })).toBeNull();
    await see('Tell 3 customers');
    await press('Tell 3 customers');
    await see('Name the engineer who confirmed it.');
    type('gateBy', 'Sam Osei');
    await see('Say where they confirmed it.');
    type('gateWhere', 'Slack #inc-502');
    await press('Tell 3 customers');
    await until(() =>
      expect(update()?.gate).toMatchObject({
        kind: 'confirmed',
        by: 'Sam Osei',
        where: 'Slack #inc-502',
        issue: { key: 'PAY-123' },
      }),
    );
    expect(Date.parse(update()?.gate?.when ?? '')).toBeGreaterThan(time.now() - 60_000);
  });

  test('asks Jira again when somebody wants so', async () => {
    const { see, press, world } = await resolving(AT_WORK);
    await see('Engineering is not done in Jira.');
    world.jira.transition('PAY-123', 'Resolve', { resolution: 'Done' });
    await press('Ask again');
    await see('Jira lets you say resolved.');
    expect(radio('Jira says that it is fixed').checked).toBe(true);
  });
});

test('nobody is asked where Jira is not set up, and the form says so', async () => {
  const { see } = await resolving(FIXED, { settings: {} });
  await see('No Jira issue can be asked.');
  expect(field('gateBy')).toBeDefined();
});

test('Jira is not asked while an earlier stage is written', async () => {
  const shown = await showModal((incident) => ({ show: 'post', incident }), {
    settings: APP_SETTINGS,
    outage: { reports: 3, issue: FIXED },
    given: ({ world }) => world.faults.script({ url: /\/issue\// }, { kind: 'lost', applied: false }, 99),
  });
  await shown.see('Tell 3 customers');
  expect(shown.world.faults.total).toBe(0);
  act(() => screen.getByRole('radio', { name: 'Resolved' }).click());
  await shown.see('Jira can’t be read');
});

test('the timeline says who confirmed it, where, when, and what Jira said then', async () => {
  const { see } = await showModal((incident) => ({ show: 'timeline', incident }), {
    settings: APP_SETTINGS,
    outage: { reports: 1, issue: AT_WORK },
    async given({ seed, ports, run }) {
      const { claimUpdate } = await import('../../src/actions/claimUpdate.ts');
      const issue = {
        key: 'PAY-123',
        status: 'In Progress',
        state: 'started',
        at: '2026-11-23T11:20:00Z',
      } as const;
      const gate = { kind: 'confirmed', by: 'Sam Osei', where: 'Slack #inc-502', issue } as const;
      await run(claimUpdate(ports, seed.incident.id, 1, { stage: 'resolved', symptoms: '', gate }));
    },
  });
  await see(/Resolved on the word of Sam Osei, Slack #inc-502, .+/);
  await see(/Jira then: PAY-123 was “In Progress”, read .+/);
});

test.each(['es', 'ar'])('reads well in %s', async (language) => {
  const { see, text } = await resolving(DUPLICATE, { language });
  await see('PAY-123 ·');
  expect(text()).not.toMatch(/\{\w+\}|gate\./);
});
