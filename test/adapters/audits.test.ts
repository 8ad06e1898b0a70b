import { expect, test } from 'vitest';
import { openBatches } from './openBatches.ts';

test('audits come page by page, oldest first, with what they say of us and what they changed', async () => {
  const { batches, world, incident, tom, mara } = openBatches();
  for (let index = 0; index < 99; index++)
    world.agentWrites(incident.id, tom.id, `Looking ${index}.`, { public: false });
  const first = await batches.audits(incident.id);
  expect(first.audits).toHaveLength(100);
  expect(first.audits.map(({ isFirst }) => isFirst).indexOf(true)).toBe(0);
  expect(first.audits.filter(({ isFirst }) => isFirst)).toHaveLength(1);
  expect(first.audits[1]).toMatchObject({
    authorId: mara.id,
    note: { did: 'update', n: 1, stage: 'investigating' },
    changes: { allclear_stage: 'allclear_investigating' },
  });
  const rest = await batches.audits(incident.id, first.next);
  expect(rest.audits).toEqual([
    { at: expect.stringMatching(/^2026-11-23T/), authorId: tom.id, changes: {}, isFirst: false },
  ]);
  expect(rest.next).toBeUndefined();
});

test('an emptied field is an empty text, a status is told, and a foreign note is none of ours', async () => {
  const { batches, answers, fieldIds, incident } = openBatches();
  const events = [
    { type: 'Change', field_name: String(fieldIds.allclear_eta), value: null, previous_value: '12:30' },
    { type: 'Change', field_name: 'status', value: 'solved', previous_value: 'open' },
    { type: 'Change', field_name: 'tags', value: ['a'], previous_value: [] },
  ];
  const audit = { id: 1, created_at: '2026-11-23T11:00:00Z', author_id: -1, events };
  answers({ audits: [{ ...audit, metadata: { custom: { other: { did: 'update' } } } }] });
  expect((await batches.audits(incident.id, 'x')).audits).toEqual([
    {
      at: audit.created_at,
      authorId: -1,
      changes: { allclear_eta: '', status: 'solved' },
      isFirst: false,
    },
  ]);
});

test('a note is handed over as it is, whatever is in it', async () => {
  for (const note of ['update', [1], { did: 7 }, false]) {
    const { batches, answers, incident } = openBatches();
    const audit = { id: 1, created_at: '2026-11-23T11:00:00Z', author_id: 1, events: [] };
    answers({ audits: [{ ...audit, metadata: { custom: { allclear: note } } }] });
    expect((await batches.audits(incident.id)).audits).toMatchObject([{ note, isFirst: true }]);
  }
});
