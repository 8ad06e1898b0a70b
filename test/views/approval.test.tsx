import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import '../../src/actions/answerProposal.ts';
import '../../src/actions/handOver.ts';
import '../../src/actions/sendProposal.ts';
import '../../src/views/sidebar/ApprovalSection.tsx';
import '../../src/views/sidebar/LeadSection.tsx';
import '../../src/views/modal/handover/HandOver.tsx';
import { proposeUpdate } from '../../src/actions/proposeUpdate.ts';
import { leadIn } from '../../src/domain/lead.ts';
import type { ModalPorts } from '../../src/ports/batches.ts';
import { readIncident, readProblem } from '../actions/readIncident.ts';
import type { World } from '../workspace/world/world.ts';
import { showModal } from './showModal.tsx';
import { type Shown, showSidebar } from './showSidebar.tsx';

const MINUTE = 60_000;
const settings = { approval_severity: '2' };

/** Somebody has proposed update 2 two minutes ago. */
function proposed(world: World, id: number, by: { id: number; name: string }) {
  const now = world.clock.now();
  const record = JSON.parse(String(world.valueOf(id, 'allclear_record')));
  const proposal = {
    key: 'one',
    seen: 1,
    draft: {
      stage: 'identified',
      symptoms: 'Donors press Give and see an error.',
      extra: 'Cards are not charged.',
      next: new Date(now + 60 * MINUTE).toISOString(),
    },
    customers: 3,
    by: { id: by.id, name: by.name },
    at: new Date(now - 2 * MINUTE).toISOString(),
    until: new Date(now + 13 * MINUTE).toISOString(),
  };
  const { values } = world.ticket(id);
  const text = JSON.stringify({ ...record, proposal });
  world.ticket(id).values = {
    ...values,
    fields: new Map(values.fields).set(world.fieldId('allclear_record'), text),
  };
}

const open = (by: 'mara' | 'tom', more: Partial<Shown> = {}) =>
  showSidebar({
    by,
    settings,
    outage: { reports: 3 },
    given: (world, { incident, mara }) => {
      proposed(world, incident.id, mara);
      return incident.id;
    },
    ...more,
  });
const updates = (world: World, id: number) =>
  world.ticket(id).audits.filter(({ custom }) => {
    const note = custom?.allclear as { did?: string; n?: number } | undefined;
    return note?.did === 'update' && note.n === 2;
  });

test('a colleague reads what is proposed, and one press tells everyone', async () => {
  const sidebar = await open('tom');
  await sidebar.see('Update 2 waits for approval');
  await sidebar.see('Cards are not charged.');
  await sidebar.see('Proposed by Mara Lind, 2 min ago');
  await sidebar.see(/Goes out in 1[23] min if nobody answers/);
  await sidebar.press('Approve and tell 3 customers');
  await sidebar.until(() => expect(updates(sidebar.world, sidebar.incident.id)).toHaveLength(1));
  await sidebar.see('Update 2 has reached 3 tickets.');
  for (const { id } of sidebar.reports)
    expect(sidebar.world.valueOf(id, 'allclear_told')).toBe(`${sidebar.incident.id}/2`);
  expect(sidebar.text()).not.toContain('waits for approval');
});

test('a no takes a reason, and then it goes out to nobody', async () => {
  const sidebar = await open('tom');
  await sidebar.press('Refuse…');
  await sidebar.press('Refuse');
  await sidebar.see('Say why, so that it can be put right.');
  fireEvent.change(screen.getByTestId('approval-reason'), { target: { value: 'Cards are charged.' } });
  await sidebar.press('Refuse');
  await sidebar.see('Tom Adeyemi refused update 2');
  await sidebar.see('Cards are charged.');
  await sidebar.time.advance(20 * MINUTE);
  expect(updates(sidebar.world, sidebar.incident.id)).toHaveLength(0);
});

test('its author can take it back, and not approve it', async () => {
  const sidebar = await open('mara');
  await sidebar.see('You proposed it, so a colleague has to approve it.');
  expect(screen.queryByTestId('approval-approve')).toBeNull();
  await sidebar.press('Withdraw');
  await sidebar.until(() => expect(screen.queryByTestId('approval')).toBeNull());
  expect(readIncident(sidebar.world, sidebar.incident.id).proposal).toBeUndefined();
});

test('when nobody answers in time, an open ticket of the incident tells everyone, a customer’s too', async () => {
  const sidebar = await open('tom', {
    given: (world, { incident, mara, reports }) => {
      proposed(world, incident.id, mara);
      return reports[0]!.id;
    },
  });
  await sidebar.see('Update 2 waits for approval until');
  expect(screen.queryByTestId('approval-approve')).toBeNull();
  await act(() => sidebar.time.advance(14 * MINUTE));
  await sidebar.see('Nobody answered in time. It goes out now.');
  await sidebar.until(() => expect(updates(sidebar.world, sidebar.incident.id)).toHaveLength(1));
  const { update } = readIncident(sidebar.world, sidebar.incident.id);
  expect(update?.approval).toMatchObject({ how: 'timed out' });
  await sidebar.until(() => {
    for (const { id } of sidebar.reports)
      expect(sidebar.world.valueOf(id, 'allclear_told')).toBe(`${sidebar.incident.id}/2`);
  });
});

test('writing says that somebody has to approve it, and proposes', async () => {
  const modal = await showModal((incident) => ({ show: 'post', incident }), {
    settings,
    outage: { reports: 3 },
  });
  await modal.see('Somebody else has to approve this before customers get it.');
  await modal.press('Propose to tell 3 customers');
  await modal.see('Update 2 waits for approval');
  await modal.see('Nobody was told anything yet.');
  expect(readIncident(modal.world, modal.incident.id).proposal).toMatchObject({ customers: 3, seen: 1 });
  expect(updates(modal.world, modal.incident.id)).toHaveLength(0);
});

test('writing says that another one waits already, and proposes none over it', async () => {
  const waiting = async ({ ports, seed }: { ports: ModalPorts; seed: { incident: { id: number } } }) => {
    const next = new Date(ports.clock.now().getTime() + 60 * MINUTE).toISOString();
    const draft = { stage: 'identified', symptoms: 'Donors see an error.', next } as const;
    await proposeUpdate(ports, seed.incident.id, 1, { key: 'first', draft });
  };
  const modal = await showModal((incident) => ({ show: 'post', incident }), {
    settings,
    outage: { reports: 3 },
    given: (opened) => opened.run(waiting(opened)),
  });
  await modal.see('Mara Lind has proposed update 2, which waits for approval until');
  await modal.see('Only one can wait');
  expect(screen.getByTestId<HTMLButtonElement>('post-send').disabled).toBe(true);
});

test('the incident is handed over with a note that begins with what is known', async () => {
  const modal = await showModal((incident) => ({ show: 'handover', incident }), { outage: { reports: 3 } });
  await modal.see('Hand over');
  const note = screen.getByTestId<HTMLTextAreaElement>('handover-note');
  expect(note.value).toContain('Where it stands: Investigating, by update 1');
  expect(note.value).toContain('Open questions:');
  await modal.press('Hand over');
  await modal.see('Choose who has it from now on.');
  fireEvent.change(screen.getByTestId('handover-to'), { target: { value: String(modal.tom.id) } });
  await modal.press(`Hand over to ${modal.tom.name}`);
  await modal.see(`${modal.tom.name} has it now`);
  await modal.see(`The ticket is assigned to ${modal.tom.name}.`);
  expect(leadIn(readProblem(modal.world, modal.incident.id))).toMatchObject({ id: modal.tom.id });
});

test('whoever has it is named with the time, and anybody who may can take over', async () => {
  const sidebar = await showSidebar({ by: 'tom', given: (_, { incident }) => incident.id });
  await sidebar.see('Nobody is written down');
  await sidebar.press('Take over');
  await sidebar.see(/You have it since \d/);
  expect(sidebar.world.ticket(sidebar.incident.id).assigneeId).toBe(sidebar.tom.id);
  expect(screen.queryByTestId('take-over')).toBeNull();
});
