import { act, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { World } from '../workspace/world/world.ts';
import { type Shown, showSidebar } from './showSidebar.tsx';

const TWO = { update: 2, told: 1, stage: 'identified' } as const;
const own: Shown['given'] = (_, { incident }) => incident.id;
const overdue = (world: World, incident: { id: number }) => {
  const record = JSON.parse(String(world.valueOf(incident.id, 'allclear_record')));
  const next = new Date(world.clock.now() - 7 * 60_000).toISOString();
  const { values } = world.ticket(incident.id);
  const text = JSON.stringify({ ...record, update: { ...record.update, next } });
  world.ticket(incident.id).values = {
    ...values,
    fields: new Map(values.fields).set(world.fieldId('allclear_record'), text),
  };
};

const modals = ({ session }: Awaited<ReturnType<typeof showSidebar>>) =>
  [...session.instances.open.values()].filter(({ location }) => location === 'modal');

describe('posting the next update', () => {
  test('is one press away on any report, and is no more than that', async () => {
    const sidebar = await showSidebar({ outage: TWO });
    await sidebar.press('Post update 3…');
    await sidebar.until(() => expect(modals(sidebar)).toHaveLength(1));
    expect(modals(sidebar)[0]?.url).toContain(`show=post&incident=${sidebar.incident.id}`);
    expect(screen.getByTestId('insert').textContent).toBe('Insert reply for update 2');
    expect(sidebar.world.ticket(sidebar.ticketId).publicComments).toHaveLength(1);
  });

  test('looks again when its modal is closed', async () => {
    const sidebar = await showSidebar({ outage: TWO });
    await sidebar.press('Post update 3…');
    await sidebar.until(() => expect(modals(sidebar)).toHaveLength(1));
    const { world, incident, session } = sidebar;
    const record = JSON.parse(String(world.valueOf(incident.id, 'allclear_record')));
    const { values } = world.ticket(incident.id);
    const text = JSON.stringify({ ...record, update: { ...record.update, n: 3 } });
    world.ticket(incident.id).values = {
      ...values,
      fields: new Map(values.fields).set(world.fieldId('allclear_record'), text),
    };
    await act(async () => session.instances.close(modals(sidebar)[0]!.guid));
    await sidebar.see('Post update 4…');
    await sidebar.see('Insert reply for update 3');
  });

  test('is the one thing to do on the incident’s own ticket, where no reply is offered', async () => {
    const sidebar = await showSidebar({ outage: TWO, given: own });
    await sidebar.see('This is the incident’s own ticket');
    await sidebar.see('Post update 3…');
    expect(screen.queryByTestId('insert')).toBeNull();
    await sidebar.press('See all');
    await sidebar.until(() => expect(modals(sidebar)[0]?.url).toContain('show=reports'));
  });

  test('stands beside a promise that was broken, once, with those who wait', async () => {
    const sidebar = await showSidebar({
      outage: TWO,
      given: (world, { incident }) => {
        overdue(world, incident);
        return undefined;
      },
    });
    await sidebar.see('7 min overdue');
    await sidebar.see('Post update 3…');
    const alarm = screen.getByTestId('note-danger');
    expect(within(alarm).getByTestId('post-update').textContent).toBe('Post update 3…');
    expect(alarm.textContent).toContain('3 tickets wait for it.');
    expect(screen.getAllByTestId('post-update')).toHaveLength(1);
  });

  test('is not offered to a light agent, who reads why where the button would be', async () => {
    const sidebar = await showSidebar({ outage: TWO, by: 'ines' });
    await sidebar.see('Your role may write internal notes only, so you can’t tell customers.');
    expect(screen.queryByTestId('post-update')).toBeNull();
    expect(screen.queryByTestId('all-reports')).toBeNull();
    expect(sidebar.text().match(/internal notes only/g)).toHaveLength(1);
  });

  test('is not offered outside the group that the admin has named', async () => {
    const settings = { broadcast_group: 'Billing' };
    const sidebar = await showSidebar({ outage: TWO, by: 'tom', settings });
    await sidebar.see('Only members of the group “Billing” may tell everyone.');
    expect(screen.queryByTestId('post-update')).toBeNull();
    const allowed = await showSidebar({ outage: TWO, by: 'mara', settings });
    await allowed.see('Post update 3…');
  });

  test('becomes reopening once the incident is resolved', async () => {
    const sidebar = await showSidebar({ outage: { update: 2, told: 2, stage: 'resolved' } });
    await sidebar.press('Reopen…');
    await sidebar.until(() => expect(modals(sidebar)[0]?.url).toContain('stage=investigating'));
  });
});

test('the timeline is a link away, on a report as on the incident’s own ticket', async () => {
  for (const given of [own, undefined]) {
    const sidebar = await showSidebar({ outage: TWO, ...(given && { given }) });
    await sidebar.press('Timeline');
    await sidebar.until(() => expect(modals(sidebar)[0]?.url).toContain('show=timeline'));
    sidebar.view.unmount();
  }
});
