import { Refusal } from '../workspace/world/refusal.ts';
import type { Ticket } from '../workspace/world/ticket.ts';
import { updateTicket } from '../workspace/world/updateTicket.ts';
import type { SimulatedWorld } from './buildWorld.ts';
import type { Chance } from './chance.ts';
import type { Witness } from './witness.ts';

/** What people do to the tickets while updates go out; each at a moment of its own. */
export function scheduleHappenings(
  simulated: SimulatedWorld,
  chance: Chance,
  witness: Witness,
  spanMs: number,
) {
  const { world, time, reports, loose, incident, mara, tom } = simulated;
  const inTime = (ms: number, act: () => void) => time.after(ms, () => forgiving(act));
  const agent = () => world.user(chance.of([mara.id, tom.id]));
  const change = (ticket: Ticket, wanted: Parameters<typeof updateTicket>[2]) =>
    updateTicket(world, ticket, wanted, agent(), { channel: 'web' });
  const ledger = world.fieldId('allclear_told');

  function replyByHand(ticket: Ticket) {
    const { n, marker, stage } = witness.newest();
    const isOurs = ticket.problemId === incident.id && !ticket.fromMessagingChannel;
    if (!isOurs || marker === '' || witness.isTold(ticket.id, n)) return;
    change(ticket, {
      comment: { html: `<p>Hello, ${marker}</p>`, public: true },
      fields: [
        { id: ledger, value: `${incident.id}/${n}` },
        { id: world.fieldId('allclear_stage'), value: `allclear_${stage}` },
      ],
    });
  }

  const deeds: ((ticket: Ticket) => void)[] = [
    (ticket) => void world.customerWrites(ticket.id, 'Is there any news?'),
    (ticket) => world.agentWrites(ticket.id, tom.id, 'Looks like the others.', { public: false }),
    (ticket) => world.agentWrites(ticket.id, tom.id, 'Thanks, we are on it.'),
    (ticket) => world.closeTicket(ticket.id),
    (ticket) => {
      const into = chance.of(reports);
      if (into.id !== ticket.id && ticket.status !== 'closed' && into.status !== 'closed')
        world.mergeTicket(ticket.id, into.id, mara.id);
    },
    (ticket) => void change(ticket, { type: null, problemId: null }),
    (ticket) => {
      // A number that says "told" is taken at its word, so people write only what it can't mean.
      const value = chance.of(['', 'told!', `${incident.id + 7}/2`, `${incident.id}/99`]);
      change(ticket, { fields: [{ id: ledger, value }] });
    },
    (ticket) => {
      world.user(ticket.requesterId).suspended = true;
    },
    (ticket) => void change(ticket, { tags: [...ticket.tags, `allclear_aside_${incident.id}`] }),
    replyByHand,
    replyByHand,
    (ticket) => {
      // Within one second: what a stamp of whole seconds can't tell apart.
      world.customerWrites(ticket.id, 'It still fails.');
      inTime(chance.between(50, 900), () => replyByHand(ticket));
    },
  ];

  const most = Math.min(reports.length, 30);
  const count = reports.length === 0 ? 0 : chance.between(0, most);
  for (let i = 0; i < count; i++) {
    const deed = chance.of(deeds);
    const ticket = chance.of(reports);
    inTime(chance.between(0, spanMs), () => deed(ticket));
  }
  for (const ticket of loose)
    inTime(chance.between(0, spanMs), () => {
      if (incident.status === 'solved') return; // the app refuses to attach then
      witness.attached(ticket.id);
      change(ticket, { type: 'incident', problemId: incident.id });
    });
}

/** What engineers do to the issue meanwhile: they close it in one way or another, and open it again. */
export function scheduleEngineers({ world, time }: SimulatedWorld, chance: Chance, spanMs: number) {
  const { jira } = world;
  if (!jira.find(ISSUE)) return;
  const act = () => {
    const isDone = jira.issue(ISSUE).values.status.category === 'done';
    if (isDone) jira.transition(ISSUE, 'Reopen');
    else jira.transition(ISSUE, 'Resolve', { resolution: chance.of(['Done', 'Done', 'Duplicate']) });
  };
  for (let count = chance.between(1, 6); count > 0; count -= 1) time.after(chance.between(0, spanMs), act);
}

const ISSUE = 'PAY-123';

// A closed ticket can't be written to: then it simply does not happen.
function forgiving(act: () => void) {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}
