import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Seen } from '../../src/actions/seeTicket.ts';
import { standingOf } from '../../src/domain/standing.ts';
import { glance } from '../../src/views/sidebar/glance.ts';
import en from '../../translations/en.json';
import { NOW, SAMPLE_RECORD, sampleProblem, sampleTicket } from '../domain/sample.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** The iframe beside a report of this incident; Zendesk answers when `answer` is called. */
function open(problem = sampleProblem(SAMPLE_RECORD)) {
  const root = document.createElement('div');
  const ticket = sampleTicket({ type: 'incident', problemId: 100 });
  const seen: Seen = { ticket, standing: standingOf(ticket, problem), active: [], more: false, asOf: NOW };
  let answer = (_: Seen) => {};
  const firstLook = new Promise<Seen>((resolve) => {
    answer = resolve;
  });
  let leave = () => {};
  const ticketId = new Promise<number>((resolve) => {
    leave = () => resolve(ticket.id);
  });
  const mayReadReact = vi.fn();
  const clock = { now: () => NOW, pause: (ms: number) => new Promise<void>((then) => setTimeout(then, ms)) };
  const opened = { ticketId, firstLook, language: Promise.resolve('en'), clock, resize: vi.fn() };
  void glance(root, opened, async () => en.phrases, 'en').then(mayReadReact);
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  return {
    root,
    mayReadReact,
    pass,
    leave: () => leave(),
    answer: () => answer(seen),
    resize: opened.resize,
  };
}

test('when Zendesk answers soon, where the incident stands is there before React is read', async () => {
  const { root, mayReadReact, pass, answer, resize } = open();
  await pass(50);
  expect(mayReadReact).not.toHaveBeenCalled();
  answer();
  await pass(100);
  expect(mayReadReact).toHaveBeenCalled();
  expect(resize).toHaveBeenCalled();
  const said = [...root.querySelectorAll('.badge, h1, blockquote, .big')].map((each) => each.textContent);
  expect(said).toEqual([
    'Identified',
    'Donation form returns error 502',
    'Donors press Give and see an error.',
    'in 12 min',
  ]);
});

test('when Zendesk takes its time, React is read meanwhile, and the status comes without it all the same', async () => {
  const { root, mayReadReact, pass, leave, answer } = open();
  await pass(500);
  expect(mayReadReact).not.toHaveBeenCalled(); // the requests have not even left
  leave();
  await pass(99);
  expect(mayReadReact).not.toHaveBeenCalled();
  await pass(1);
  expect(mayReadReact).toHaveBeenCalled();
  expect(root.children).toHaveLength(0);
  answer();
  await pass(100);
  expect(root.textContent).toContain('Donation form returns error 502');
});

test('what the views have drawn already is left alone', async () => {
  const { root, pass, answer } = open();
  root.append(document.createElement('main'));
  answer();
  await pass(100);
  expect([...root.children].map(({ tagName }) => tagName)).toEqual(['MAIN']);
});

test('what customers write is text', async () => {
  const title = '<img src=x onerror=alert(1)> {{setting.jira_token}}';
  const { root, pass, answer } = open(sampleProblem(SAMPLE_RECORD, { subject: title }));
  answer();
  await pass(100);
  expect(root.querySelector('h1')?.textContent).toBe(title);
  expect(root.querySelector('img')).toBeNull();
});

const NOT_HERE: [name: string, problem: ReturnType<typeof sampleProblem>][] = [
  [
    'a broken promise',
    sampleProblem({
      ...SAMPLE_RECORD,
      update: { ...SAMPLE_RECORD.update, next: '2026-11-23T11:20:00.000Z' },
    }),
  ],
  ['a record that can’t be read', sampleProblem(undefined, { fields: { allclear_record: 'nonsense' } })],
  ['a drill', sampleProblem(SAMPLE_RECORD, { tags: ['allclear_incident', 'allclear_drill'] })],
  ['a problem of others', sampleProblem(SAMPLE_RECORD, { tags: [] })],
];

test.each(NOT_HERE)('%s is the views’ to tell', async (_, problem) => {
  const { root, mayReadReact, pass, answer } = open(problem);
  answer();
  await pass(100);
  expect(root.children).toHaveLength(0);
  expect(mayReadReact).toHaveBeenCalled();
});
