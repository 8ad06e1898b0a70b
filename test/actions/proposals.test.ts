import { describe, expect, test } from 'vitest';
import { type Answer, answerProposal } from '../../src/actions/answerProposal.ts';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { proposeUpdate } from '../../src/actions/proposeUpdate.ts';
import { sendProposal } from '../../src/actions/sendProposal.ts';
import { tellEveryone } from '../../src/actions/tellEveryone.ts';
import { proposalState } from '../../src/domain/approval.ts';
import { type Approval, proposalOf } from '../../src/domain/proposal.ts';
import type { UpdateDraft } from '../../src/domain/update.ts';
import { FAULTS, failCall } from './faultsAtEveryCall.ts';
import { openBroadcast, type Wanted } from './openBroadcast.ts';
import { readIncident } from './readIncident.ts';

type Who = 'mara' | 'tom';
const MINUTE = 60_000;

function open({ app, ...wanted }: Wanted = {}) {
  const opened = openBroadcast({ app: { approval_severity: '2', ...app }, ...wanted });
  const { at, run, world, time, incident, draft, reports, heard, deedsOf } = opened;
  const later = (different: Partial<UpdateDraft> = {}) =>
    draft({ next: new Date(time.now() + 60 * MINUTE).toISOString(), extra: 'We are on it.', ...different });
  return {
    ...opened,
    propose: (who: Who = 'mara', different: Partial<UpdateDraft> = {}, key = 'one') =>
      run(proposeUpdate(at(who), incident.id, 1, { key, draft: later(different), customers: 3 })),
    send: (who: Who, how: Approval['how'] = 'approved', key = 'one') =>
      run(sendProposal(at(who), incident.id, { key, how })),
    answer: (who: Who, answer: Answer, key = 'one') => run(answerProposal(at(who), incident.id, key, answer)),
    claim: (who: Who) => run(claimUpdate(at(who), incident.id, 1, later())),
    read: () => readIncident(world, incident.id),
    waiting: () => proposalOf(readIncident(world, incident.id)),
    /** Updates after the first, which was there already. */
    posted: () => deedsOf(incident.id).filter(({ did, n }) => did === 'update' && n !== 1),
    whoHeard: () => reports.filter(({ id }) => heard(id).length > 0).length,
  };
}

describe('an update that takes a second person', () => {
  test('is told to nobody while it waits, and stands word for word in the record', async () => {
    const { propose, posted, whoHeard, mara, time, waiting } = open();
    expect(await propose()).toMatchObject({ do: 'proposed' });
    expect(waiting()).toMatchObject({
      seen: 1,
      draft: { stage: 'identified', extra: 'We are on it.' },
      customers: 3,
      by: { id: mara.id, name: mara.name },
    });
    expect(Date.parse(waiting()!.until)).toBeGreaterThanOrEqual(time.now() + 14 * MINUTE);
    expect([posted(), whoHeard()]).toEqual([[], 0]);
  });

  test('can’t be posted without one: by the incident’s severity, or by how many tickets hang on it', async () => {
    for (const app of [{}, { approval_severity: 'off', approval_customers: 3 }]) {
      const { claim, posted } = open({ app });
      expect(await claim('mara')).toEqual({ do: 'refuse', because: 'needs approval' });
      expect(posted()).toEqual([]);
    }
    for (const app of [{ approval_severity: '1' }, { approval_severity: 'off', approval_customers: 4 }]) {
      const { claim } = open({ app });
      expect(await claim('mara')).toMatchObject({ do: 'claimed' });
    }
  });

  test('goes out on a colleague’s yes, with the author’s name, and out of the record in the same write', async () => {
    const { propose, send, posted, run, at, incident, whoHeard, mara, tom, read, waiting } = open();
    await propose();
    expect(await send('tom')).toMatchObject({ do: 'claimed', update: { n: 2, by: { id: mara.id } } });
    expect(read()).toMatchObject({
      update: { n: 2, approval: { how: 'approved', proposedBy: { id: mara.id }, by: { id: tom.id } } },
    });
    expect(waiting()).toBeUndefined();
    await run(tellEveryone(at('tom'), incident.id, 2));
    expect([posted().length, whoHeard()]).toEqual([1, 3]);
  });

  test('is nobody’s to approve who has proposed it', async () => {
    const { propose, send, answer, posted } = open();
    await propose();
    expect(await send('mara')).toEqual({ do: 'refuse', because: 'own proposal' });
    expect(await answer('mara', { how: 'refused', reason: 'No.' })).toMatchObject({
      because: 'own proposal',
    });
    expect(await answer('tom', { how: 'withdrawn' })).toMatchObject({ because: 'own proposal' });
    expect(posted()).toEqual([]);
  });

  test('once refused is told to nobody, whoever presses, and its author reads why', async () => {
    const { propose, answer, send, posted, time, waiting } = open();
    await propose();
    expect(await answer('tom', { how: 'refused', reason: ' ' })).toMatchObject({ do: 'correct' });
    expect(await answer('tom', { how: 'refused', reason: 'Cards do work.' })).toEqual({ do: 'answered' });
    expect(waiting()?.refused).toMatchObject({ by: { name: 'Tom Adeyemi' }, reason: 'Cards do work.' });
    await time.advance(16 * MINUTE);
    for (const how of ['approved', 'timed out'] as const)
      expect(await send('tom', how)).toEqual({ do: 'refuse', because: 'proposal gone' });
    expect(posted()).toEqual([]);
  });

  test('can be taken back by its author, and proposed anew', async () => {
    const { propose, answer, send, waiting } = open();
    await propose();
    expect(await answer('mara', { how: 'withdrawn' })).toEqual({ do: 'answered' });
    expect(waiting()).toBeUndefined();
    expect(await send('tom')).toEqual({ do: 'refuse', because: 'proposal gone' });
    expect(await propose('mara', {}, 'two')).toMatchObject({ do: 'proposed' });
    expect(await send('tom', 'approved', 'two')).toMatchObject({ do: 'claimed' });
  });

  test('goes out by itself once nobody has answered in time, and not a minute before', async () => {
    const { propose, send, time, posted, read } = open();
    await propose();
    await time.advance(13 * MINUTE);
    expect(await send('tom', 'timed out')).toEqual({ do: 'refuse', because: 'not at its limit' });
    await time.advance(3 * MINUTE);
    expect(await send('mara', 'timed out')).toMatchObject({ do: 'claimed' });
    expect(read().update?.approval).toMatchObject({ how: 'timed out', proposedBy: { name: 'Mara Lind' } });
    expect(posted()).toHaveLength(1);
  });

  test('does not go out by itself when nobody was there for long, but a person may send it', async () => {
    const { propose, send, time, read, waiting } = open();
    await propose('mara', { next: new Date(time.now() + 4 * 60 * MINUTE).toISOString() });
    await time.advance(50 * MINUTE);
    expect(proposalState(waiting()!, read(), new Date(time.now()))).toBe('late');
    expect(await send('tom', 'timed out')).toEqual({ do: 'refuse', because: 'not at its limit' });
    expect(await send('tom')).toMatchObject({ do: 'claimed' });
  });

  test('becomes one update when two browsers send it at its limit, and when two colleagues approve it', async () => {
    for (const how of ['timed out', 'approved'] as const) {
      const { propose, at, run, incident, time, posted, whoHeard, heard, reports } = open();
      await propose('mara');
      if (how === 'timed out') await time.advance(16 * MINUTE);
      const press = async (who: 'tom' | 'mara') => {
        const sent = await sendProposal(at(who), incident.id, { key: 'one', how });
        if (sent.do === 'claimed') await tellEveryone(at(who), incident.id, sent.update.n);
        return sent.do;
      };
      const second = how === 'timed out' ? 'mara' : 'tom';
      const both = await run(Promise.all([press('tom'), press(second)]));
      expect(both).toEqual(['claimed', 'claimed']);
      expect([posted().length, whoHeard()]).toEqual([1, 3]);
      for (const { id } of reports) expect(heard(id)).toEqual([2]);
    }
  });

  test('of a yes and a no at the same moment one is written, and the other hears so', async () => {
    const { propose, at, run, incident, posted } = open();
    await propose('mara');
    const [yes, no] = await run(
      Promise.all([
        sendProposal(at('tom'), incident.id, { key: 'one', how: 'approved' }),
        answerProposal(at('mara'), incident.id, 'one', { how: 'withdrawn' }),
      ]),
    );
    expect([yes.do === 'claimed', no.do === 'answered'].filter(Boolean)).toHaveLength(1);
    expect(posted()).toHaveLength(yes.do === 'claimed' ? 1 : 0);
  });

  test('is void once a newer update is out', async () => {
    const { propose, run, at, incident, send, time, draft, read, waiting } = open();
    await propose();
    // A colleague whose app asks for no approval, such as one of before the setting.
    const { settings, ...rest } = at('tom');
    const free = { ...rest, settings: { ...settings, approval: undefined } };
    await run(claimUpdate(free, incident.id, 1, draft()));
    expect(proposalState(waiting()!, read(), new Date(time.now()))).toBe('overtaken');
    expect(await send('tom')).toMatchObject({ do: 'overtaken', by: { n: 2 } });
  });

  test('waits alone: a second one is not written over it', async () => {
    const { propose, waiting } = open();
    await propose();
    expect(await propose('tom', { extra: 'Other words.' }, 'two')).toMatchObject({
      do: 'waiting',
      proposal: { key: 'one' },
    });
    expect(waiting()?.key).toBe('one');
  });

  test('may not promise a time at which it may still wait', async () => {
    const { propose, time, waiting } = open();
    const next = new Date(time.now() + 10 * MINUTE).toISOString();
    expect(await propose('mara', { next })).toEqual({ do: 'correct', troubles: ['next too soon'] });
    expect(waiting()).toBeUndefined();
  });
});

describe('a proposal of *resolved*', () => {
  const ISSUE = { status: 'Done', resolution: 'Done' };
  const gate = { kind: 'jira', by: 'PAY-123', issue: SAID() } as const;

  test('is not taken while the issue is open', async () => {
    const { propose, waiting } = open({ issue: { status: 'In Progress' } });
    expect(await propose('mara', { stage: 'resolved', next: undefined, gate })).toMatchObject({ do: 'shut' });
    expect(waiting()).toBeUndefined();
  });

  test('passes the gate again as it goes out: an issue that was opened meanwhile keeps it back', async () => {
    const { propose, send, world, posted, waiting } = open({ issue: ISSUE });
    expect(await propose('mara', { stage: 'resolved', next: undefined, gate })).toMatchObject({
      do: 'proposed',
    });
    world.jira.transition('PAY-123', 'Reopen');
    expect(await send('tom')).toMatchObject({ do: 'shut' });
    expect([posted(), waiting()?.key]).toEqual([[], 'one']);
    world.jira.transition('PAY-123', 'Resolve', { resolution: 'Done' });
    expect(await send('tom')).toMatchObject({ do: 'claimed', update: { gate: { kind: 'jira' } } });
  });
});

function SAID() {
  return { key: 'PAY-123', status: 'Done', state: 'done', at: new Date(0).toISOString() } as const;
}

describe('whatever happens to one of its calls', () => {
  for (const [name, fault] of FAULTS)
    for (const index of [0, 1, 2, 3])
      test(`call ${index + 1}, ${name}: a proposal, a yes and a no do what they say they did`, async () => {
        const proposing = open();
        failCall(proposing.world, index, fault);
        const proposed = await proposing.propose().catch((error: Error) => ({ do: error.name }));
        await proposing.time.advance(2 * MINUTE);
        if (proposed.do === 'proposed') expect(proposing.waiting()?.key).toBe('one');
        expect(['proposed', 'ServiceError']).toContain(proposed.do);

        const approving = open();
        await approving.propose();
        failCall(approving.world, index, fault);
        const sent = await approving.send('tom').catch((error: Error) => ({ do: error.name }));
        await approving.time.advance(2 * MINUTE);
        if (sent.do === 'claimed') expect(approving.posted()).toHaveLength(1);
        expect(['claimed', 'ServiceError']).toContain(sent.do);

        const withdrawing = open();
        await withdrawing.propose();
        failCall(withdrawing.world, index, fault);
        const back = await withdrawing
          .answer('mara', { how: 'withdrawn' })
          .catch((error: Error) => ({ do: error.name }));
        await withdrawing.time.advance(2 * MINUTE);
        if (back.do === 'answered') expect(withdrawing.waiting()).toBeUndefined();
        expect(['answered', 'ServiceError']).toContain(back.do);
      });
});
