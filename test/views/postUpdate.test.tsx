import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import '../../src/actions/followUp.ts'; // loaded already, as it is when somebody has waited for it
import { clockText } from '../../src/domain/clockText.ts';
import type { UpdateForm } from '../../src/domain/updateForm.ts';
import { passTime } from './render.tsx';
import { type ShownModal, showModal } from './showModal.tsx';

const showPost = (different: ShownModal = {}, stage?: 'resolved') =>
  showModal((incident) => ({ show: 'post', incident, ...(stage && { stage }) }), {
    outage: { reports: 3 },
    ...different,
  });
const field = (name: string) => screen.getByTestId<HTMLInputElement>(`post-${name}`);
const type = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });

test('proposes the next stage, what customers see and a time, and says whom it tells', async () => {
  const { see, until, time } = await showPost();
  await see('Post update 2');
  await until(() => expect(field('send').textContent).toBe('Tell 3 customers'));
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Identified' }).checked).toBe(true);
  expect(field('symptoms').value).toContain('Something went wrong');
  const promised = Math.ceil((time.now() + 60 * 60_000) / 300_000) * 300_000;
  expect(field('next').value).toBe(clockText(new Date(promised)));
  await see(/in 1 hr|in 60 min|in 1 hr \d min/);
});

test('shows everything that is wrong at its field, leads to the first, and writes nothing', async () => {
  const { press, see, world, incident, text } = await showPost();
  await see('Tell 3 customers');
  type('symptoms', ' ');
  type('next', '');
  type('eta', '12:30');
  await press('Tell 3 customers');
  for (const wrong of ['Say what customers see.', 'Say when customers hear', 'An expected fix needs both'])
    expect(text()).toContain(wrong);
  expect(document.activeElement).toBe(field('symptoms'));
  expect(field('symptoms').getAttribute('aria-invalid')).toBe('true');
  expect(String(world.valueOf(incident.id, 'allclear_record'))).toContain('"n":1');
  type('symptoms', 'Donors see an error.');
  expect(text()).not.toContain('Say what customers see.');
});

test('advises against words that customers had better not read, and lets them pass', async () => {
  const { press, see, time } = await showPost();
  await see('Tell 3 customers');
  type('symptoms', 'Some users may see an error.');
  await see('“Some users may”: whoever reads this is affected.');
  await press('Tell 3 customers');
  await see('3 of 3');
  await time.advance(20_000);
  await see('Update 2 has reached 3 tickets.');
});

test('while Zendesk makes posting wait it says so, that nobody was told yet, and goes on by itself', async () => {
  const { press, see, until, text, world, incident, time } = await showPost();
  await see('Tell 3 customers');
  const isClaim = ({ method, url }: { method: string; url: string }) =>
    method === 'PUT' && url.includes(`/tickets/${incident.id}`);
  world.faults.script(isClaim, { kind: 'too-many', retryAfter: 24 });
  await press('Tell 3 customers');
  await passTime(time, 7_000);
  await until(() => expect(text()).toMatch(/made this wait for \d+ sec.*No customer has been told yet/));
  await passTime(time, 20_000);
  await see('Update 2 is posted');
});

test('resolved is said on the word of a named engineer, or for a reason, and gives tickets their priority back', async () => {
  const { press, see, world, incident, reports, time } = await showPost({}, 'resolved');
  const [report] = reports;
  report!.values = { ...report!.values, tags: ['allclear_running', 'allclear_low_to_urgent'] };
  await see('What lets you say resolved');
  await see('Tell 3 customers');
  await press('Tell 3 customers');
  await see('Name the engineer who confirmed it.');
  expect(document.activeElement).toBe(field('gateBy'));
  act(() => screen.getByRole('radio', { name: 'It is my own decision' }).click());
  await see('Give your reason.');
  type('gateReason', 'Seen it work for an hour');
  await press('Tell 3 customers');
  await see('Update 2 is posted');
  await passTime(time, 30_000);
  await see('Update 2 has reached 3 tickets.');
  const { update } = JSON.parse(String(world.valueOf(incident.id, 'allclear_record')));
  expect(update.gate).toMatchObject({
    kind: 'override',
    by: 'Mara Lind',
    reason: 'Seen it work for an hour',
  });
  for (let turn = 0; turn < 60; turn += 1) await act(() => time.advance(500));
  await see('Every ticket has the priority back that it had');
  expect(report).toMatchObject({ priority: 'low', status: 'solved' });
  expect(report!.tags).not.toContain('allclear_running');
});

test('no news is said to each customer in their own language, and the stage stays', async () => {
  const { press, see, world, reports, incident, time } = await showPost();
  await see('Tell 3 customers');
  act(() => screen.getByTestId('post-no-news').click());
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Investigating' }).checked).toBe(true);
  await press('Tell 3 customers');
  await see('3 of 3');
  await time.advance(20_000);
  await see('Update 2 has reached 3 tickets.');
  const said = world.ticket(reports[0]!.id).publicComments.at(-1)?.html ?? '';
  expect(said).toContain('Nothing has changed since our last update.');
  expect(String(world.valueOf(incident.id, 'allclear_stage'))).toBe('allclear_investigating');
});

test('who may not tell everyone reads why, and can’t press', async () => {
  const { see, until, world, incident } = await showPost({ by: 'ines' });
  await see('Your role may write internal notes only');
  await until(() => expect(field('send').disabled).toBe(true));
  expect(String(world.valueOf(incident.id, 'allclear_record'))).toContain('"n":1');
});

test('what was typed before is taken up, with times that have not passed', async () => {
  const { see, press } = await showPost({
    given: ({ ports, seed }) => {
      const form: UpdateForm = {
        incident: seed.incident.id,
        seen: 0,
        stage: 'monitoring',
        symptoms: 'Typed before.',
        next: '2020-01-01T00:00:00Z',
        eta: '',
        etaBy: '',
        extra: '',
        noNews: false,
        etaPassed: false,
        gate: 'confirmed',
        gateBy: '',
        gateWhere: '',
        gateWhen: '',
        gateReason: '',
      };
      Object.assign(ports.forms, { get: () => form });
    },
  });
  await see('You wrote this before update 1 was posted.');
  expect(field('symptoms').value).toBe('Typed before.');
  await press('Start anew');
  expect(field('symptoms').value).toContain('Something went wrong');
});

test.each(['es', 'ar'])('reads well in %s', async (language) => {
  const { until, text } = await showPost({ language });
  await until(() => expect(field('send').textContent).toContain('3'));
  expect(text()).not.toMatch(/post\.|time\.|\{\w+\}/);
});
