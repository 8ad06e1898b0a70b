import { describe, expect, test } from 'vitest';
import type { Audit } from '../../src/domain/audit.ts';
import { type Measured, measuresOf } from '../../src/domain/measures.ts';
import { toTimeline } from '../../src/domain/timeline.ts';

const MIN = 60_000;
const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 10, minute)).toISOString();
const audit = (minute: number, note: unknown, different: Partial<Audit> = {}): Audit => ({
  at: at(minute),
  authorId: 400_001,
  note,
  changes: {},
  isFirst: false,
  ...different,
});
const declared = audit(5, { did: 'declare' }, { isFirst: true });
const update = (minute: number, n: number, stage = 'investigating', more: object = {}) =>
  audit(minute, { did: 'update', n, stage, symptoms: 'It fails.', ...more });
const summary = (minute: number, n: number, told: number, total: number) =>
  audit(minute, { did: 'summary', channel: 'tickets', n, outcome: 'told', told, total, skipped: {} });

function measured(audits: readonly Audit[], more: Partial<Measured> = {}, minute = 120) {
  const now = new Date(at(minute));
  const entries = toTimeline(audits, more.isOver ?? false, now);
  return measuresOf({ startedAt: at(0), isOver: false, entries, ...more }, now);
}

describe('the figures of an incident', () => {
  test('say how soon customers heard, how long it lasted and when it was declared', () => {
    const audits = [declared, update(12, 1), update(40, 2, 'monitoring'), update(70, 3, 'resolved')];
    expect(measured(audits, { isOver: true })).toMatchObject({
      declaredAt: at(5),
      firstNoticeMs: 12 * MIN,
      resolvedAt: at(70),
      lastedMs: 70 * MIN,
      updates: 3,
      reopened: 0,
    });
  });

  test('of one that still runs are counted until now, and nobody has a first notice before there is one', () => {
    expect(measured([declared])).toMatchObject({
      firstNoticeMs: undefined,
      resolvedAt: undefined,
      lastedMs: 120 * MIN,
      updates: 0,
      longestSilence: { ms: 120 * MIN, from: at(0), to: at(120) },
    });
  });

  test('one that was solved without a word ended when its ticket was', () => {
    const solved = audit(30, undefined, { changes: { status: 'solved' } });
    const audits = [declared, update(10, 1), { ...solved, note: undefined }];
    expect(measured(audits, { isOver: true })).toMatchObject({ lastedMs: 30 * MIN, resolvedAt: undefined });
  });

  test('count promises that were kept, broken, open and moot, and by how much the worst was late', () => {
    const audits = [
      update(10, 1, 'investigating', { next: at(30) }),
      update(29, 2, 'investigating', { next: at(40) }),
      update(55, 3, 'identified', { next: at(60) }),
      update(63, 4, 'identified', { next: at(200) }),
    ];
    expect(measured(audits).promises).toEqual({
      made: 4,
      kept: 1,
      broken: 2,
      open: 1,
      moot: 0,
      worstLateMs: 15 * MIN,
    });
    expect(measured(audits, { isOver: true }).promises).toMatchObject({ open: 0, moot: 1 });
  });

  test('say what became of the times that a fix was promised for', () => {
    const eta = (minute: number) => ({ eta: { text: 'soon', by: 'Sam', at: at(minute) } });
    const audits = [
      update(10, 1, 'identified', eta(30)),
      update(20, 2, 'identified', eta(50)), // revised in time
      update(30, 3, 'identified', eta(50)), // the same once more
      update(60, 4, 'identified', eta(90)), // missed
      update(80, 5, 'monitoring', eta(100)), // met
    ];
    expect(measured(audits).etas).toEqual({ given: 4, met: 1, missed: 2, revised: 1, open: 0 });
    expect(measured([update(10, 1, 'identified', eta(130))]).etas).toMatchObject({ given: 1, open: 1 });
    expect(measured([update(10, 1, 'identified', eta(30))]).etas).toMatchObject({ missed: 1 });
  });

  test('name the longest silence, and call it none once the incident was over', () => {
    const audits = [
      update(10, 1),
      update(35, 2),
      update(45, 3, 'resolved'),
      update(100, 4, 'identified', { reopens: true }),
      update(110, 5, 'resolved'),
    ];
    expect(measured(audits, { isOver: true }, 1_000)).toMatchObject({
      longestSilence: { ms: 25 * MIN, from: at(10), to: at(35) },
      reopened: 1,
      lastedMs: 110 * MIN,
    });
  });

  test('count who was told the newest update, and how far each broadcast came', () => {
    const audits = [update(10, 1), summary(12, 1, 5, 6), update(30, 2)];
    const reports = [{ id: 1, told: 2 }, { id: 2, told: 1 }, { id: 3 }, { id: 4, told: 1, cannot: 'closed' }];
    expect(measured(audits, { reports })).toMatchObject({
      coverage: { n: 2, told: 1, total: 4, cannot: 1 },
      reach: [
        { n: 1, at: at(10), told: 5, total: 6, tookMs: 2 * MIN },
        { n: 2, at: at(30), told: undefined },
      ],
    });
    expect(measured(audits).coverage).toBeUndefined();
  });
});
