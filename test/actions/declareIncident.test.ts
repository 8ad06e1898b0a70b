import { expect, test } from 'vitest';
import { carryOut } from '../../src/actions/carryOut.ts';
import { declareIncident } from '../../src/actions/declareIncident.ts';
import { stepsOf } from '../../src/domain/declaration.ts';
import { openDeclare } from './openDeclare.ts';

test('an incident is declared with its ticket, its reports and its issue', async () => {
  const opened = openDeclare();
  const { ports, run, draft, attempt, world, reports, recordOf, deedsOf } = opened;
  const declared = await run(declareIncident(ports, draft(), attempt()));
  if (declared.do !== 'declared') throw new Error(JSON.stringify(declared));
  const { incident } = declared;
  expect(await run(carryOut(ports, incident, { run: 'r1' }))).toEqual({ end: 'done' });
  const ticket = world.ticket(incident);
  expect(ticket).toMatchObject({ type: 'problem', subject: 'Checkout answers 503' });
  expect(ticket.publicComments).toHaveLength(0);
  for (const { id } of reports) {
    expect(world.ticket(id)).toMatchObject({ type: 'incident', problemId: incident });
    expect(deedsOf(id).map(({ did }) => did)).toContain('attach');
  }
  const record = recordOf(incident);
  expect(record?.jira?.key).toMatch(/^PAY-/);
  expect(stepsOf(record).map(({ name, state }) => [name, state])).toEqual([]);
});
