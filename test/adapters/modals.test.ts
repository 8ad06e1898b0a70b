import { expect, test } from 'vitest';
import type { ZafClient } from '../../src/adapters/zaf/client.ts';
import { openModal } from '../../src/adapters/zaf/modals.ts';
import { connectModal } from '../../src/connectModal.ts';
import { ServiceError } from '../../src/ports.ts';
import { memoryStorage } from '../actions/memoryStorage.ts';
import { openClient } from '../workspace/client.ts';
import { virtualClock } from '../workspace/world/clock.ts';
import { createWorld } from '../workspace/world/createWorld.ts';
import { smallOutage } from '../workspace/world/seed/build.ts';

function open({ requirements = true } = {}) {
  const time = virtualClock();
  const world = createWorld({ clock: time });
  const { mara, incident, reports } = smallOutage(world);
  const opened = openClient(world, { agent: mara.id, ticketId: reports[0]!.id, requirements });
  const clock = { now: () => new Date(time.now()), pause: (ms: number) => time.pause(ms) };
  return { ...opened, client: opened.client as unknown as ZafClient, time, clock, incident };
}

test('a modal opens with its task in the address, and is over once it is closed', async () => {
  const { client, time, session, lastModal, modal, incident } = open();
  let isOver = false;
  const over = openModal(client, { show: 'post', incident: incident.id }).then(() => {
    isOver = true;
  });
  await time.advance(10);
  const guid = lastModal()!;
  expect(session.instances.open.get(guid)?.url).toBe(`assets/index.html#show=post&incident=${incident.id}`);
  expect(isOver).toBe(false);
  void modal(guid).invoke('destroy'); // nobody is left to hear its answer
  await time.run(over);
  expect(isOver).toBe(true);
});

test.each([
  ['refuses with an error', () => Promise.reject(new Error('No modals here'))],
  ['answers with nothing', () => Promise.resolve(undefined)],
  ['answers with a text', () => Promise.resolve('No such Api')],
  ['answers without an instance', () => Promise.resolve({ 'instances.create': [] })],
  ['answers with an instance without a name', () => Promise.resolve({ 'instances.create': [{}] })],
])('a host that %s is a refusal with a name', async (_, invoke) => {
  const client = { invoke } as unknown as ZafClient;
  const opening = openModal(client, { show: 'timeline', incident: 7 });
  await expect(opening).rejects.toBeInstanceOf(ServiceError);
  await expect(opening).rejects.toMatchObject({ trouble: 'refused' });
});

test.each([[true], [false]])(
  'a modal reads the incident by itself (requirements: %s)',
  async (requirements) => {
    const { client, time, clock, lastModal, modal, incident } = open({ requirements });
    void openModal(client, { show: 'post', incident: incident.id });
    await time.advance(10);
    const inside = modal(lastModal()!) as unknown as ZafClient;
    const app = connectModal(inside, clock, memoryStorage);
    const ports = await time.run(app.ports);
    const problem = await time.run(ports.tickets.readOne(incident.id));
    expect(problem.fields.allclear_record).toContain('"v":1');
    app.close();
    await time.advance(10);
    expect(lastModal()).toBeUndefined();
  },
);
