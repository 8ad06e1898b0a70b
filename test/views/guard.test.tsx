import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import en from '../../translations/en.json' with { type: 'json' };
import { tellByBroadcast } from '../e2e/stories/lead.ts';
import type { World } from '../workspace/world/world.ts';
import { showSidebar } from './showSidebar.tsx';

function postUpdate(world: World, incident: number, n: number) {
  const record = JSON.parse(String(world.valueOf(incident, 'allclear_record')));
  const text = JSON.stringify({ ...record, update: { ...record.update, n } });
  const { values } = world.ticket(incident);
  const fields = new Map(values.fields).set(world.fieldId('allclear_record'), text);
  world.ticket(incident).values = { ...values, fields };
}

async function openWithReply() {
  const sidebar = await showSidebar({ outage: { update: 2, told: 1, stage: 'identified' } });
  await sidebar.press('Insert reply for update 2');
  await sidebar.see('The reply for update 2 is in the composer.');
  const submit = () => act(() => sidebar.time.run(sidebar.session.submit()));
  return { ...sidebar, submit };
}

test('an old reply is stopped with its reason, and one click puts the newest in its place', async () => {
  const { submit, world, incident, ticketId, session, see, press } = await openWithReply();
  postUpdate(world, incident.id, 3);
  expect(await submit()).toMatchObject({
    saved: false,
    blocked: expect.stringContaining('update 2, and update 3 is out'),
  });
  await see('Your reply has grown old');
  expect(world.ticket(ticketId).publicComments).toHaveLength(1);
  await press('Replace with update 3');
  await see('The old reply was replaced with update 3.');
  expect(session.composer.text.match(/Service Status Update/g)).toHaveLength(1);
  expect(await submit()).toEqual({ saved: true });
  expect(world.valueOf(ticketId, 'allclear_told')).toBe(`${incident.id}/3`);
  await see('Last told update 3');
  expect(screen.queryByText('Your reply has grown old')).toBeNull();
});

test('submitted again, the old reply goes out as it is', async () => {
  const { submit, world, incident, ticketId, see } = await openWithReply();
  postUpdate(world, incident.id, 3);
  await submit();
  expect(await submit()).toEqual({ saved: true });
  expect(world.valueOf(ticketId, 'allclear_told')).toBe(`${incident.id}/2`);
  await see('1 behind');
});

test('a reply that a broadcast was faster with is stopped, and taken out with one click', async () => {
  const { submit, world, time, incident, ticketId, session, see, press } = await openWithReply();
  session.composer.write(`${session.composer.text}<p>Your gift is safe.</p>`);
  await act(() => time.advance(5_000));
  tellByBroadcast(world, ticketId, { incident: incident.id, n: 2 });
  expect(await submit()).toMatchObject({
    saved: false,
    blocked: expect.stringContaining('told update 2 while your reply was waiting'),
  });
  await see('This customer was told already');
  await see(/Update 2 reached this customer at \d/);
  await press('Take the reply out');
  await see('The reply was taken out of the composer.');
  expect(screen.queryByText('This customer was told already')).toBeNull();
  expect(await submit()).toEqual({ saved: true });
  expect(world.ticket(ticketId).publicComments.map(({ body }) => body.trim())).toEqual([
    expect.any(String),
    expect.stringContaining('Donors press Give'),
    'Your gift is safe.',
  ]);
  expect(world.valueOf(ticketId, 'allclear_told')).toBe(`${incident.id}/2`);
});

test('a reply that was deleted is said not to count', async () => {
  const { submit, world, incident, ticketId, session } = await openWithReply();
  session.composer.write('<p>Something else.</p>');
  expect(await submit()).toEqual({ saved: true });
  expect(session.toasts.map(({ text }) => text)).toContain(en.phrases.guard.unmarked);
  expect(world.valueOf(ticketId, 'allclear_told')).toBe(`${incident.id}/1`);
});
