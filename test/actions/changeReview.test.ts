import { describe, expect, test } from 'vitest';
import { beginReview, changeReview } from '../../src/actions/changeReview.ts';
import { markAsked } from '../../src/actions/markAsked.ts';
import { readTimeline } from '../../src/actions/readTimeline.ts';
import { toEdit } from '../../src/domain/review.ts';
import { openResolved } from './openResolved.ts';

const PUT = { method: 'PUT', url: '/api/v2/tickets/' } as const;

async function open() {
  const opened = await openResolved();
  const { run, ports, at, incident, seen } = opened;
  const before = toEdit((await seen()).review!);
  return {
    ...opened,
    before,
    saves: (part: Partial<typeof before>, who: 'mara' | 'tom' = 'mara') =>
      run(changeReview(who === 'mara' ? ports : at('tom'), incident.id, before, { ...before, ...part })),
    timeline: async () => (await run(readTimeline(ports, incident.id))).entries,
  };
}

test('resolved opens the review, and the timeline says so', async () => {
  const { before, timeline, record } = await open();
  expect(before).toMatchObject({ state: 'draft', owner: 'Mara Lind', link: '' });
  expect(record().review.due).toMatch(/^\d{4}-\d{2}-\d{2}T/);
  expect(await timeline()).toContainEqual(expect.objectContaining({ kind: 'review', opened: before.day }));
});

describe('what is changed in the form', () => {
  test('is written once, with who did it and what', async () => {
    const { saves, record, timeline, tom } = await open();
    const link = 'https://docs.example/rca';
    expect(await saves({ link, state: 'in review' }, 'tom')).toMatchObject({ do: 'changed' });
    expect(record().review).toMatchObject({ link, state: 'in review' });
    expect((await timeline())[0]).toMatchObject({
      kind: 'review',
      link,
      state: 'in review',
      authorId: tom.id,
    });
  });

  test('is written once, also when the answer is lost', async () => {
    const { saves, world, record, timeline } = await open();
    world.faults.script(PUT, { kind: 'lost', applied: true });
    expect(await saves({ state: 'ready' })).toMatchObject({ do: 'changed' });
    expect(record().review.state).toBe('ready');
    expect((await timeline()).filter(({ kind }) => kind === 'review')).toHaveLength(2);
  });

  test('by two people at once: the second hears what the first has said, and nothing is lost', async () => {
    const { saves, record, before } = await open();
    await saves({ state: 'ready' }, 'tom');
    expect(await saves({ state: 'in review', owner: 'Ines' })).toEqual({
      do: 'conflict',
      now: { ...before, state: 'ready' },
    });
    expect(record().review).toMatchObject({ state: 'ready', owner: { name: 'Mara Lind' } });
    expect(await saves({ owner: 'Ines' })).toMatchObject({ do: 'changed' });
    expect(record().review).toMatchObject({ state: 'ready', owner: { name: 'Ines' } });
  });

  test('is refused where it makes no sense, on a closed ticket and over a record that can’t be read', async () => {
    const { saves, world, incident } = await open();
    expect(await saves({ link: 'javascript:alert(1)' })).toEqual({ do: 'correct', troubles: ['link'] });
    const { values } = world.ticket(incident.id);
    const field = world.fieldId('allclear_record');
    world.ticket(incident.id).values = { ...values, fields: new Map([...values.fields, [field, 'oops']]) };
    expect(await saves({ state: 'ready' })).toEqual({ do: 'refuse', because: 'record' });
    world.ticket(incident.id).values = values;
    world.closeTicket(incident.id);
    expect(await saves({ state: 'ready' })).toEqual({ do: 'refuse', because: 'incident closed' });
  });
});

test('an incident that was solved without an update gets its review on request, once', async () => {
  const { run, ports, incident, world, record, seen } = await open();
  const { review: _, ...without } = record();
  const field = world.fieldId('allclear_record');
  const { values } = world.ticket(incident.id);
  const fields = new Map([...values.fields, [field, JSON.stringify(without)]]);
  world.ticket(incident.id).values = { ...values, fields };
  expect((await seen()).review).toBeUndefined();
  await run(beginReview(ports, incident.id));
  const { review } = await seen();
  expect(review).toMatchObject({ state: 'draft', owner: { name: 'Mara Lind' } });
  await run(beginReview(ports, incident.id));
  expect((await seen()).review).toEqual(review);
});

describe('a customer who asked for the RCA', () => {
  test('is marked by a tag in one safe write, and the mark can be taken away', async () => {
    const { run, ports, world, ids, deedsOf } = await open();
    const [id] = ids as [number];
    const before = world.ticket(id).tags;
    await run(markAsked(ports, id, true));
    await run(markAsked(ports, id, true));
    expect(world.ticket(id).tags).toEqual(expect.arrayContaining([...before, 'allclear_rca']));
    expect(deedsOf(id).filter(({ did }) => did === 'asked')).toEqual([{ did: 'asked', asked: true }]);
    await run(markAsked(ports, id, false));
    expect([...world.ticket(id).tags].sort()).toEqual([...before].sort());
  });

  test('is marked beside what somebody else has changed a moment ago', async () => {
    const { run, ports, world, ids, time, tom } = await open();
    const [id] = ids as [number];
    const marking = markAsked(ports, id, true);
    world.agentWrites(id, tom.id, 'Note', { public: false });
    await time.advance(1_000);
    await run(marking);
    expect(world.ticket(id).tags).toContain('allclear_rca');
  });

  test('in a closed ticket is refused by Zendesk, unless the account lets tags be changed', async () => {
    const { run, ports, world, ids, closes } = await open();
    const [id] = ids as [number];
    closes(id);
    await expect(run(markAsked(ports, id, true))).rejects.toMatchObject({ trouble: 'refused' });
    world.settings.closedEditable = true;
    await run(markAsked(ports, id, true));
    expect(world.ticket(id).tags).toContain('allclear_rca');
  });
});
