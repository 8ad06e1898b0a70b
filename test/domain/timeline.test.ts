import { describe, expect, test } from 'vitest';
import type { Audit } from '../../src/domain/audit.ts';
import { toTimeline } from '../../src/domain/timeline.ts';
import { HOSTILE } from './hostile.ts';

const MARA = 400_001;
const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 10, minute)).toISOString();
const audit = (minute: number, note?: unknown, different: Partial<Audit> = {}): Audit => ({
  at: at(minute),
  authorId: MARA,
  ...(note !== undefined && { note }),
  changes: {},
  isFirst: false,
  ...different,
});
const update = (n: number, different: object = {}) => ({
  did: 'update',
  n,
  stage: 'investigating',
  symptoms: 'It fails.',
  ...different,
});
const summary = (n: number, told: number, total: number, skipped = {}) => ({
  did: 'summary',
  channel: 'tickets',
  n,
  outcome: 'told',
  told,
  total,
  skipped,
});
const timeline = (audits: readonly Audit[], isOver = false, minute = 60) =>
  toTimeline(audits, isOver, new Date(at(minute)));

describe('the timeline', () => {
  test('of a ticket without audits of ours is empty', () => {
    expect(timeline([])).toEqual([]);
    expect(timeline([audit(1), audit(2, undefined, { changes: { status: 'pending' } })])).toEqual([]);
  });

  test('says when it was declared and what was posted, newest first, word for word', () => {
    const eta = { text: '12:30 UTC', by: 'Sam Osei' };
    const entries = timeline([
      audit(0, { did: 'declare' }, { isFirst: true, changes: { status: 'open' } }),
      audit(5, update(1)),
      audit(20, update(2, { stage: 'identified', eta, extra: 'Cards are not charged.' })),
    ]);
    expect(entries.map(({ kind }) => kind)).toEqual(['update', 'update', 'declared']);
    expect(entries[0]).toMatchObject({
      at: at(20),
      authorId: MARA,
      update: { n: 2, stage: 'identified', eta, extra: 'Cards are not charged.', symptoms: 'It fails.' },
    });
  });

  test('keeps an override with its reason, and that an incident was reopened', () => {
    const gate = { kind: 'override', by: 'Mara Lind', reason: 'Checked by hand.', at: at(30) };
    expect(timeline([audit(30, update(3, { stage: 'resolved', gate }))])).toMatchObject([
      { update: { gate } },
    ]);
    expect(timeline([audit(30, update(4, { reopens: true }))])).toMatchObject([
      { update: { reopens: true } },
    ]);
  });
});

describe('declaring', () => {
  const declare = {
    did: 'declare',
    key: 'k1',
    severity: 1,
    stage: 'identified',
    startedAt: at(1),
    origin: 'alert',
    reports: 4,
  };
  const issue = (how: string) => ({ did: 'declare', step: 'issue', how, id: '10', key: 'PAY-9' });

  test('says how grave it was, how it came to light and what Engineering was given', () => {
    const entries = timeline([
      audit(5, declare, { isFirst: true, changes: { status: 'open' } }),
      audit(6, { did: 'declare', step: 'attached' }),
      audit(6, { did: 'declare', step: 'issue', filing: true }),
      audit(7, issue('filed')),
      audit(8, { did: 'declare', step: 'linked', failed: 'down' }),
    ]);
    expect(entries).toEqual([
      { kind: 'issue', key: 'PAY-9', isAdopted: false, at: at(7), authorId: MARA },
      {
        kind: 'declared',
        severity: 1,
        stage: 'identified',
        startedAt: at(1),
        origin: 'alert',
        reports: 4,
        adopted: false,
        at: at(5),
        authorId: MARA,
      },
    ]);
  });

  test('a problem ticket was declared when it became the incident, by whoever did so', () => {
    const entries = timeline([
      audit(0, undefined, { isFirst: true, authorId: 7, changes: { status: 'new' } }),
      audit(9, { ...declare, adopted: true }, { changes: { allclear_stage: 'x' } }),
      audit(10, issue('adopted')),
    ]);
    expect(entries).toMatchObject([
      { kind: 'issue', isAdopted: true },
      { kind: 'declared', adopted: true, at: at(9), authorId: MARA },
      { kind: 'made', at: at(0), authorId: 7 },
    ]);
  });

  test('one that was withdrawn says in favor of which', () => {
    const withdrawn = audit(9, { did: 'declare', withdrawn: 77 }, { changes: { status: 'solved' } });
    expect(timeline([withdrawn])).toMatchObject([
      { kind: 'status', status: 'solved' },
      { kind: 'withdrawn', inFavorOf: 77 },
    ]);
  });

  test('a note that says less, or nonsense, still says that it was declared', () => {
    const odd = { ...declare, severity: 9, stage: 'fine', startedAt: 'noon', origin: 3, reports: -1 };
    expect(timeline([audit(5, odd, { isFirst: true })])).toEqual([
      { kind: 'declared', adopted: false, at: at(5), authorId: MARA },
    ]);
  });
});

describe('how many were told', () => {
  test('is the last word of the broadcast on this update', () => {
    const entries = timeline([
      audit(5, update(1)),
      audit(7, summary(1, 30, 38, { closed: 1 })),
      audit(9, summary(1, 36, 38, { closed: 1, messaging: 1 })),
      audit(20, update(2)),
    ]);
    expect(entries).toHaveLength(2);
    expect(entries[1]).toMatchObject({
      told: { told: 36, total: 38, skipped: { closed: 1, messaging: 1 }, at: at(9) },
    });
    expect(entries[0]).toMatchObject({ told: undefined });
  });

  test('is said also where the update itself can’t be read', () => {
    const entries = timeline([audit(5, update(1, { stage: 'fine' })), audit(7, summary(1, 3, 3))]);
    expect(entries).toMatchObject([
      { kind: 'told', told: { n: 1, told: 3 } },
      { kind: 'unreadable', known: { did: 'update', n: 1 } },
    ]);
  });
});

describe('a promised update', () => {
  const posted = (next: number) => audit(5, update(1, { next: at(next) }));
  const promise = (audits: readonly Audit[], isOver = false, minute = 60) =>
    timeline(audits, isOver, minute).at(-1);

  test.each([
    ['came in time', [posted(30), audit(29, update(2))], { state: 'kept', due: at(30) }],
    [
      'came in the promised minute',
      [posted(30), { ...audit(30, update(2)), at: at(30).replace(':00.', ':40.') }],
      { state: 'kept', due: at(30) },
    ],
    ['came late', [posted(30), audit(42, update(2))], { state: 'late', due: at(30), lateMs: 12 * 60_000 }],
    ['has not come yet', [posted(90)], { state: 'open', due: at(90) }],
    ['is overdue', [posted(40)], { state: 'overdue', due: at(40), lateMs: 20 * 60_000 }],
  ])('%s', (_, audits, expected) => {
    expect(promise(audits)).toMatchObject({ promise: expected });
  });

  test('is not owed any more once it is over', () => {
    expect(promise([posted(40)], true)).toMatchObject({ promise: { state: 'moot' } });
  });
});

describe('the incident’s ticket', () => {
  test('solved by the app, closed by Zendesk and opened by hand are entries of their own', () => {
    const entries = timeline([
      audit(0, undefined, { isFirst: true, changes: { status: 'new' } }),
      audit(1, undefined, { changes: { status: 'open' } }),
      audit(30, { did: 'solve', n: 2 }, { changes: { status: 'solved' } }),
      audit(40, undefined, { changes: { status: 'open' } }),
      audit(50, undefined, { changes: { status: 'closed' }, authorId: -1 }),
    ]);
    expect(entries).toMatchObject([
      { kind: 'status', status: 'closed', isByHand: true, authorId: -1 },
      { kind: 'status', status: 'open', isByHand: true },
      { kind: 'status', status: 'solved', isByHand: false },
      { kind: 'declared' },
    ]);
  });

  test('opened by an update that reopens it says so once', () => {
    const entries = timeline([
      audit(30, { did: 'solve', n: 2 }, { changes: { status: 'solved' } }),
      audit(40, update(3, { reopens: true }), { changes: { status: 'open', allclear_stage: 'x' } }),
    ]);
    expect(entries.map(({ kind }) => kind)).toEqual(['update', 'status']);
  });

  test('whose fields somebody edited without the app says which', () => {
    const changes = { allclear_record: '{}', allclear_stage: 'allclear_resolved', status: 'pending' };
    expect(timeline([audit(30, undefined, { changes })])).toEqual([
      { kind: 'edited', fields: ['allclear_stage', 'allclear_record'], at: at(30), authorId: MARA },
    ]);
  });
});

describe('a note that is not as we write them', () => {
  test.each<[string, unknown, object]>([
    ['a text', 'update', {}],
    ['nothing', null, {}],
    ['a list', [1, 2], {}],
    [
      'a newer version’s',
      { did: 'merge', n: 4, stage: 'identified' },
      { did: 'merge', n: 4, stage: 'identified' },
    ],
    [
      'an update without a number',
      { did: 'update', stage: 'identified' },
      { did: 'update', stage: 'identified' },
    ],
    [
      'an update with a wrong promise',
      update(2, { next: 'soon' }),
      { did: 'update', n: 2, stage: 'investigating' },
    ],
    ['a summary without figures', { did: 'summary', channel: 'tickets', n: 2 }, { did: 'summary', n: 2 }],
    ['another channel’s summary', { ...summary(2, 1, 1), channel: 'slack' }, { did: 'summary', n: 2 }],
  ])('(%s) is unreadable, with what is known', (_, note, known) => {
    expect(timeline([audit(5, note)])).toEqual([{ kind: 'unreadable', known, at: at(5), authorId: MARA }]);
  });

  test(`crashes nothing: ${HOSTILE.length} hostile texts at every place`, () => {
    for (const { text } of HOSTILE) {
      const notes = [
        text,
        { did: text },
        update(1, { stage: text }),
        update(1, { symptoms: text, next: text }),
      ];
      for (const note of notes) expect(timeline([audit(5, note)])).toHaveLength(1);
    }
  });
});
