import { describe, expect, test } from 'vitest';
import type { ZafClient } from '../../src/adapters/zaf/client.ts';
import { createHandedForms } from '../../src/adapters/zaf/handedForms.ts';
import { createModals } from '../../src/adapters/zaf/modals.ts';
import { connectModal } from '../../src/connectModal.ts';
import { startForm } from '../../src/domain/updateForm.ts';
import { ServiceError } from '../../src/ports.ts';
import { memoryStorage } from '../actions/memoryStorage.ts';
import { NOW, sampleIncident } from '../domain/sample.ts';
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
  const over = createModals(client, memoryStorage)
    .open({ show: 'post', incident: incident.id })
    .then(() => {
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
  const opening = createModals(client, memoryStorage).open({ show: 'timeline', incident: 7 });
  await expect(opening).rejects.toBeInstanceOf(ServiceError);
  await expect(opening).rejects.toMatchObject({ trouble: 'refused' });
});

test.each([[true], [false]])(
  'a modal reads the incident by itself (requirements: %s)',
  async (requirements) => {
    const { client, time, clock, lastModal, modal, incident } = open({ requirements });
    void createModals(client, memoryStorage).open({ show: 'post', incident: incident.id });
    await time.advance(10);
    const inside = modal(lastModal()!) as unknown as ZafClient;
    const app = connectModal(inside, {}, clock);
    const ports = await time.run(app.ports);
    const problem = await time.run(ports.tickets.readOne(incident.id));
    expect(problem.fields.allclear_record).toContain('"v":1');
    app.close();
    await time.advance(10);
    expect(lastModal()).toBeUndefined();
  },
);

describe('what is written in a modal', () => {
  const denied = (): Storage => {
    throw new DOMException('Access is denied for this document.', 'SecurityError');
  };
  const outside = open();
  const opener = createModals(outside.client, denied);

  async function openForm(incident: number) {
    void opener.open({ show: 'post', incident });
    await outside.time.advance(10);
    const inside = outside.modal(outside.lastModal()!) as unknown as ZafClient;
    const forms = await outside.time.run(createHandedForms(inside, outside.clock));
    const close = async () => {
      void inside.invoke('destroy');
      await outside.time.advance(10);
    };
    return { forms, inside, close };
  }
  const form = startForm(sampleIncident(), { cadence: { 1: 30, 2: 60, 3: 120 } }, NOW);
  const written = { ...form, extra: 'Thank you.' };

  test('is there again when it is opened the next time, though the browser stores nothing', async () => {
    const first = await openForm(form.incident);
    expect(first.forms.get(form.incident)).toBeUndefined();
    first.forms.keep(written);
    await outside.time.advance(10);
    await first.close();
    const second = await openForm(form.incident);
    expect(second.forms.get(form.incident)).toEqual(written);
    await second.close();
  });

  test('belongs to its incident', async () => {
    const other = await openForm(form.incident + 1);
    expect(other.forms.get(form.incident + 1)).toBeUndefined();
    other.forms.keep(written); // of an incident that this modal is not about
    await outside.time.advance(10);
    await other.close();
    const again = await openForm(form.incident + 1);
    expect(again.forms.get(form.incident + 1)).toBeUndefined();
    await again.close();
  });

  test('is gone once it was posted', async () => {
    const first = await openForm(form.incident);
    first.forms.drop(form.incident);
    await outside.time.advance(10);
    await first.close();
    expect((await openForm(form.incident)).forms.get(form.incident)).toBeUndefined();
  });

  test('is nothing when nobody answers, and the modal starts all the same', async () => {
    const alone = { on: () => {}, trigger: () => {} } as unknown as ZafClient;
    const forms = await outside.time.run(createHandedForms(alone, outside.clock));
    expect(forms.get(form.incident)).toBeUndefined();
  });
});
