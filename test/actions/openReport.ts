import { checkSubmit } from '../../src/actions/checkSubmit.ts';
import { insertReply } from '../../src/actions/insertReply.ts';
import { type Settled, settleSubmit } from '../../src/actions/settleSubmit.ts';
import { nameOfStop, type SubmitPlan } from '../../src/domain/draft.ts';
import type { FieldValue } from '../workspace/world/ticket.ts';
import { openOutage, type Wanted } from './openOutage.ts';

/** One of the outage's reports, open before an agent, with what an agent does there. */
export async function openReport({ outage, ...wanted }: Wanted = {}) {
  const opened = await openOutage({
    outage: { update: 2, told: 1, stage: 'identified', ...outage },
    report: 0,
    ...wanted,
  });
  const { ports, ticketId, incident, run, session, world } = opened;
  let warnedOf: string | undefined;

  return {
    ...opened,
    now: () => world.ticket(ticketId),
    ledger: () => world.valueOf(ticketId, 'allclear_told') ?? null,
    insert: (options: { again?: boolean } = {}) => run(insertReply(ports, ticketId, incident.id, options)),
    /** The agent presses "Submit", with the app's guard in front of it and its bookkeeping behind it. */
    async submit(lastKnown?: number): Promise<{ plan: SubmitPlan; settled?: Settled }> {
      const plan = await run(checkSubmit(ports, ticketId, lastKnown, warnedOf));
      if (plan.do === 'stop') {
        warnedOf = nameOfStop(plan);
        return { plan };
      }
      const outcome = await run(session.submit());
      if (!outcome.saved) throw new Error(`not saved: ${JSON.stringify(outcome)}`);
      warnedOf = undefined;
      return { plan, settled: await run(settleSubmit(ports, ticketId)) };
    },
    /** The lead posts the next update. */
    postUpdate(n: number, different: Record<string, unknown> = {}) {
      const record = JSON.parse(String(world.valueOf(incident.id, 'allclear_record')));
      const update = { ...record.update, n, ...different };
      setField(incident.id, 'allclear_record', JSON.stringify({ ...record, update }));
    },
    setField,
  };

  function setField(id: number, key: string, value: FieldValue) {
    const { values } = world.ticket(id);
    world.ticket(id).values = { ...values, fields: new Map(values.fields).set(world.fieldId(key), value) };
  }
}
