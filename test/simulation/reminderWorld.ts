import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { keepReminding } from '../../src/actions/keepReminding.ts';
import { createBrowser } from '../../src/adapters/browser.ts';
import { createHeard } from '../../src/adapters/heard.ts';
import { remindersIn } from '../../src/domain/reminders.ts';
import type { ReminderPorts } from '../../src/ports/reminders.ts';
import { ServiceError } from '../../src/ports.ts';
import { memoryStorage } from '../actions/memoryStorage.ts';
import { change, write } from '../e2e/stories/lead.ts';
import { openSettings } from '../workspace/appSettings.ts';
import { smallOutage } from '../workspace/world/seed/build.ts';
import { virtualClock } from '../workspace/world/virtualClock.ts';
import { createWorld } from '../workspace/world/world.ts';
import { createChance } from './chance.ts';
import { type Death, openAgent, TabClosed } from './openAgent.ts';

export interface ReminderRun {
  /** What did not hold, a sentence each. */
  readonly broken: readonly string[];
  readonly faults: number;
  /** How often the chat heard of each stage of lateness, the first one first. */
  readonly heard: readonly number[];
  /** What each window said. */
  readonly said: readonly number[];
  /** To how many places where it waits the lead's window had come when the promise broke, and half an hour later. */
  readonly awaits: readonly [due: number, later: number];
}

export interface ReminderWorldWanted {
  /** What is owed: the next update of a running incident unless said, or the review of one that is over. */
  kind?: 'update' | 'review';
  windows: 2 | 3;
  isCalm?: boolean;
  /** By how many milliseconds each window of a calm world is behind the one before, the lead's being first; else they race. */
  apart?: number;
  /** The lead's window dies at this place. */
  death?: Death | undefined;
  /** The lead posts the next update, or sends the review, so many minutes after it was due. */
  postedAfter?: number;
  /** How many stages of lateness are played; all unless said. */
  stages?: number;
}

const SETTINGS = { ...openSettings('slack'), broadcast_group: 'Support' };
const MINUTE = 60_000;
const CADENCES = { update: 60 * MINUTE, review: 24 * 60 * MINUTE }; // of severity 2
const STAGES = 4;
// Longer than anything of ours is waited for: what is under way when an update is posted has arrived by then.
const UNDER_WAY = 60_000;

/** An update stays overdue for four hours, or a review for four days, while windows of several people are open, and everything goes wrong. */
export async function runReminderWorld(seed: number, wanted: ReminderWorldWanted): Promise<ReminderRun> {
  const { kind = 'update', windows, isCalm = false, apart = 0, death, postedAfter, stages = STAGES } = wanted;
  const CADENCE = CADENCES[kind];
  const chance = createChance(seed);
  const time = virtualClock();
  const world = createWorld({ seed, clock: time });
  const { incident, mara, tom, ines } = smallOutage(world, { reports: 1 });
  const due = time.now() + 12 * MINUTE;
  const recordOf = () => JSON.parse(String(world.valueOf(incident.id, 'allclear_record')));
  const edit = (review: object) =>
    write(world, incident.id, { allclear_record: JSON.stringify({ ...recordOf(), review }) });
  const review = { state: 'ready', due: new Date(due).toISOString(), zone: 'UTC' };
  if (kind === 'review') {
    edit(review);
    change(world, incident.id, { status: 'solved' });
  }
  let sentAt = Number.POSITIVE_INFINITY;
  if (!isCalm) world.faults.plan(RATES);
  const over = new AbortController();
  const looks: number[][] = [];

  const open = [mara, tom, ines].slice(0, windows).map((person, index) => {
    const offset = isCalm ? 0 : chance.between(-4_000, 4_000);
    const agent = openAgent(world, time, {
      ...{ agent: person.id, offset, settings: SETTINGS },
      death: index === 0 ? death : undefined,
    });
    const said: string[] = [];
    const looked: number[] = [];
    looks.push(looked);
    const ports: ReminderPorts = {
      ...agent.ports,
      tickets: {
        ...agent.ports.tickets,
        openProblems: () => {
          looked.push(time.now());
          return agent.ports.tickets.openProblems();
        },
      },
      browser: createBrowser(memoryStorage, undefined),
      heard: createHeard(once(memoryStorage())),
      isVisible: () => true,
      me: async () => ({ id: person.id, groups: await agent.ports.batches.myGroups() }),
      broadcasting: async () => agent.ports,
      say: async (text) => void said.push(text),
    };
    return { agent, said, ports };
  });
  // Read from disk now, so that virtual time does not run ahead while a file is read.
  for (const { agent } of open) await agent.ports.chat?.();
  const word = (_: unknown, { key }: { readonly key: string }) => key;
  const reminding = open.map(async ({ ports }, index) => {
    await time.pause(isCalm ? index * apart : chance.between(0, 60_000)); // windows are opened at any moment
    await keepReminding(ports, word, over.signal, (ms) => ports.clock.pause(ms)).catch(ignoreDeath);
  });
  const posting =
    postedAfter === undefined
      ? undefined
      : time.pause(due + postedAfter * MINUTE - time.now()).then(async () => {
          if (kind === 'review') {
            edit({ ...recordOf().review, state: 'sent' });
            sentAt = time.now();
            return;
          }
          const { ports } = openAgent(world, time, { agent: mara.id, settings: SETTINGS });
          const next = new Date(time.now() + 300 * MINUTE).toISOString();
          const draft = { stage: 'identified', symptoms: 'Donors see an error.', next } as const;
          await claimUpdate(ports, incident.id, 1, draft).catch(ignoreTrouble);
        });

  const awaits = async (minutes: number) => {
    await time.advance(due + minutes * MINUTE - time.now());
    return open[0]!.agent.awaits;
  };
  // A promise is made to the minute.
  const seen = [await awaits(0.99), await awaits(30)] as const;
  await time.advance(due + (stages - 0.5) * CADENCE - time.now());
  over.abort();
  await time.run(Promise.all([...reminding, posting]));

  const broken: string[] = [];
  const holds = (isTrue: boolean, sentence: string) => void (isTrue || broken.push(sentence));
  const messages = world.slack
    .channel('support_tech')
    .messages.filter(({ lines }) => /overdue/i.test(lines[0] ?? ''));
  const heard = Array<number>(STAGES).fill(0);
  for (const { ts } of messages) {
    const stage = Math.max(0, Math.floor((Number(ts) * 1_000 - due) / CADENCE));
    heard[Math.min(stage, STAGES - 1)]! += 1;
  }
  holds(
    heard.every((count) => count <= 1),
    `the chat heard of the stages ${heard} times`,
  );
  holds(
    messages.every(({ ts }) => Number(ts) * 1_000 >= due),
    'the chat heard of a promise that was not broken',
  );
  const record = recordOf();
  const postedAt = record.update.n === 2 ? Date.parse(record.update.at) : sentAt;
  holds(
    messages.every(({ ts }) => Number(ts) * 1_000 < postedAt + UNDER_WAY),
    'the chat heard of it after the next update was posted, or the review was sent',
  );
  const { told } = remindersIn(String(world.valueOf(incident.id, 'allclear_record')), kind);
  const isHeard = heard[(told?.stage ?? 1) - 1] === 1;
  if (told?.outcome === 'told') holds(isHeard, 'the record says that the chat was told, and it was not');
  if (told?.outcome === 'failed') holds(!isHeard, 'the record says that the chat was not told, and it was');
  for (const { said } of open) holds(new Set(said).size === said.length, `somebody heard twice: ${said}`);
  for (const looked of looks)
    holds(
      looked.every((at, index) => index === 0 || at - looked[index - 1]! >= MINUTE - 1),
      'a window looked more than once a minute',
    );
  return {
    broken,
    faults: world.faults.total,
    heard,
    said: open.map(({ said }) => said.length),
    awaits: seen,
  };
}

const RATES = {
  tooMany: 0.05,
  serverErrorBefore: 0.05,
  serverErrorAfter: 0.05,
  lostBefore: 0.04,
  lostAfter: 0.04,
  slow: 0.03,
  databaseConflict: 0.03,
};

function once<T>(value: T): () => T {
  return () => value;
}

function ignoreDeath(error: unknown): void {
  if (!(error instanceof TabClosed)) throw error;
}

function ignoreTrouble(error: unknown): void {
  if (!(error instanceof ServiceError)) throw error;
}
