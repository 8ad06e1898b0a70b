import { checkSubmit } from '../../src/actions/checkSubmit.ts';
import { insertReply } from '../../src/actions/insertReply.ts';
import { settleSubmit } from '../../src/actions/settleSubmit.ts';
import { takeOutReply } from '../../src/actions/takeOutReply.ts';
import type { ZafClient } from '../../src/adapters/zaf/client.ts';
import { createDrafts } from '../../src/adapters/zaf/drafts.ts';
import { createForm } from '../../src/adapters/zaf/form.ts';
import { nameOfStop } from '../../src/domain/draft.ts';
import type { BroadcastPorts } from '../../src/ports/batches.ts';
import type { Ports } from '../../src/ports.ts';
import { memoryStorage } from '../actions/memoryStorage.ts';
import { openClient } from '../workspace/client.ts';
import type { Ticket } from '../workspace/world/ticket.ts';
import { fieldIdsOf } from './broadcastPorts.ts';
import type { SimulatedWorld } from './buildWorld.ts';
import type { Chance } from './chance.ts';
import type { Witness } from './witness.ts';

/**
 * An agent opens a report, has the app insert the reply, reads it for a while, and submits, as the sidebar lets them:
 * who is stopped because a broadcast was faster takes the reply out; who is stopped because it has grown old replaces
 * it, or insists.
 */
export async function replyByHand(
  { world, incident }: Pick<SimulatedWorld, 'world' | 'incident'>,
  services: BroadcastPorts,
  { agent, ticket }: { agent: number; ticket: Ticket },
  chance: Chance,
  witness: Witness,
): Promise<void> {
  const opened = openClient(world, { agent, ticketId: ticket.id });
  const client = opened.client as unknown as ZafClient;
  const ids = fieldIdsOf(world);
  const form = createForm(client, async () => ids);
  // What a reply by hand needs of them all.
  const ports = { ...services, form, drafts: createDrafts(memoryStorage) } as unknown as Ports;
  const insert = () => insertReply(ports, ticket.id, incident.id);
  try {
    if ((await insert()).did === 'nothing') return;
    await ports.clock.pause(chance.between(0, 20_000)); // they read it
    let warnedOf: string | undefined;
    for (let tries = 1; tries <= 4; tries += 1) {
      const heardBefore = tellings().length;
      const faultsBefore = world.faults.total;
      const plan = await checkSubmit(ports, ticket.id, undefined, warnedOf);
      if (plan.do === 'stop') {
        warnedOf = nameOfStop(plan);
        if (plan.because === 'told') return void (await takeOutReply(ports, ticket.id));
        if (chance.is(0.6)) await insert();
        continue;
      }
      const n = ports.drafts.get(ticket.id)?.n ?? 0;
      const wasAsked = world.faults.total === faultsBefore;
      const before = tellings().slice(0, heardBefore);
      const saved = await opened.session.submit();
      // Between the check and the save nobody can know; nor can who gets no answer, and a save is not held up by that.
      const meanwhile = tellings()
        .slice(heardBefore)
        .filter((each) => each.isOurs);
      const unknown = wasAsked ? meanwhile : [...before, ...meanwhile];
      if (unknown.some((each) => each.n >= n)) witness.pardon(ticket.id);
      // A save that leaves the ledger as it is looks like any other comment, to those who only watch the ticket.
      else if (saved.saved && before.some((each) => each.n >= n))
        witness.complain(`(a) a reply by hand told the customer of ${ticket.id} update ${n} again`);
      if (saved.saved) await settleSubmit(ports, ticket.id);
      return;
    }
  } finally {
    opened.close();
  }

  function tellings() {
    return witness.tellings.get(ticket.id) ?? [];
  }
}
