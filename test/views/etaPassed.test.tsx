import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { UpdateForm } from '../../src/domain/updateForm.ts';
import { write } from '../e2e/stories/lead.ts';
import type { World } from '../workspace/world/world.ts';
import { showModal } from './showModal.tsx';

const MINUTE = 60_000;

/** The newest update of 18 minutes ago gave a time for the fix, so many minutes from now. */
function promiseFix(world: World, incident: number, minutes: number) {
  const record = JSON.parse(String(world.valueOf(incident, 'allclear_record')));
  const at = new Date(world.clock.now() + minutes * MINUTE).toISOString();
  const eta = { text: '12:00', by: 'Sam', at };
  write(world, incident, {
    allclear_record: JSON.stringify({ ...record, update: { ...record.update, eta } }),
  });
}

const showPost = (minutes: number) =>
  showModal((incident) => ({ show: 'post', incident }), {
    outage: { reports: 1 },
    given: ({ world, seed }) => promiseFix(world, seed.incident.id, minutes),
  });
const box = () => screen.queryByTestId<HTMLInputElement>('post-eta-passed');
const WORDS = 'The time we gave you for a fix has passed, and we do not have a new one yet.';

test('a broken time for the fix proposes the honest words, once', async () => {
  const { see, press, until, world, incident, reports, time } = await showPost(-5);
  await see('Say that the expected time has passed');
  expect(box()?.checked).toBe(true);
  expect(screen.getByTestId<HTMLInputElement>('post-eta').value).toBe('');
  await until(() => expect(screen.getByTestId('post-send').textContent).toBe('Tell 1 customer'));
  await press('Tell 1 customer');
  await see('1 of 1');
  await time.advance(20_000);
  const [, told] = world.ticket(reports[0]!.id).publicComments;
  expect(told?.body).toContain(WORDS);
  const { update } = JSON.parse(String(world.valueOf(incident.id, 'allclear_record')));
  expect(update).toMatchObject({ n: 2, etaPassed: true });
  expect(update.eta).toBeUndefined();
});

test('whoever knows better takes them out', async () => {
  const { see, press, until, world, reports, time } = await showPost(-5);
  await see('Say that the expected time has passed');
  act(() => box()?.click());
  await until(() => expect(screen.getByTestId('post-send').textContent).toBe('Tell 1 customer'));
  await press('Tell 1 customer');
  await see('1 of 1');
  await time.advance(20_000);
  const [, told] = world.ticket(reports[0]!.id).publicComments;
  expect(told?.body).not.toContain(WORDS);
});

test('a time that still holds proposes nothing', async () => {
  const { see } = await showPost(5);
  await see('Post update 2');
  expect(box()).toBeNull();
});

test('a form begun before the time had passed gives it up, and keeps what was typed', async () => {
  const { see } = await showModal((incident) => ({ show: 'post', incident }), {
    outage: { reports: 1 },
    given: ({ world, seed, ports }) => {
      promiseFix(world, seed.incident.id, -5);
      const form: UpdateForm = {
        ...{
          incident: seed.incident.id,
          seen: 1,
          stage: 'investigating',
          symptoms: 'Typed before.',
          next: '',
        },
        ...{ eta: '12:00', etaBy: 'Sam', extra: '', noNews: false, etaPassed: false },
        ...{ gate: 'jira', gateBy: '', gateWhere: '', gateWhen: '', gateReason: '' },
      };
      Object.assign(ports.forms, { get: () => form });
    },
  });
  await see('Say that the expected time has passed');
  expect(box()?.checked).toBe(true);
  expect(screen.getByTestId<HTMLInputElement>('post-eta').value).toBe('');
  expect(screen.getByTestId<HTMLInputElement>('post-symptoms').value).toBe('Typed before.');
});
