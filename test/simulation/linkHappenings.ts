import { Refusal } from '../workspace/world/refusal.ts';
import type { Ticket } from '../workspace/world/ticket.ts';
import { updateTicket } from '../workspace/world/updateTicket.ts';
import type { SimulatedWorld } from './buildWorld.ts';
import type { Chance } from './chance.ts';

/** What people do to the tickets and in Jira while links are written; each at a moment of its own. */
export function scheduleLinkHappenings(
  { world, time, reports, incident, mara, tom }: SimulatedWorld,
  chance: Chance,
  spanMs: number,
  issueId: string,
): void {
  const change = (ticket: Ticket, wish: Parameters<typeof updateTicket>[2]) =>
    updateTicket(world, ticket, wish, world.user(chance.of([mara.id, tom.id])), { channel: 'web' });
  const issue = () => world.jira.issue(issueId);

  const onTickets: ((ticket: Ticket) => void)[] = [
    (ticket) => void change(ticket, { type: null, problemId: null }),
    (ticket) => void change(ticket, { status: 'solved', assigneeId: tom.id }),
    (ticket) => void world.customerWrites(ticket.id, 'It is back again.'), // opens a solved one
    (ticket) => world.closeTicket(ticket.id),
    (ticket) => {
      const into = chance.of(reports);
      if (into.id !== ticket.id && ticket.status !== 'closed' && into.status !== 'closed')
        world.mergeTicket(ticket.id, into.id, mara.id);
    },
    (ticket) => void change(ticket, { fields: [{ id: world.fieldId('allclear_jira'), value: 'OLD-1' }] }),
  ];
  const inJira: (() => void)[] = [
    () => world.jira.move(issueId, issue().values.project.key === 'PAY' ? 'OPS' : 'PAY'),
    () => {
      const { links } = issue();
      if (links.length > 0) world.jira.changeLink(issueId, chance.of(links).id, null);
    },
    () => {
      const { links } = issue();
      if (links.length > 0) world.jira.changeLink(issueId, chance.of(links).id, { title: 'renamed' });
    },
    () => world.jira.comment(issueId, 'Sam Osei', 'Rolling back.'),
    () => {
      // Whom it has hit is kept current; what customers were told stays deleted.
      const { comments } = issue();
      const index = comments.findIndex(({ body }) => JSON.stringify(body).includes('#allclear-impact'));
      if (index >= 0) comments.splice(index, 1);
    },
  ];

  const count = reports.length === 0 ? 0 : chance.between(0, Math.min(reports.length, 15));
  for (let i = 0; i < count; i++) {
    const deed = chance.of(onTickets);
    const ticket = chance.of(reports);
    time.after(chance.between(0, spanMs), () => forgiving(() => deed(ticket)));
  }
  for (let i = chance.between(0, 4); i > 0; i -= 1)
    time.after(chance.between(0, spanMs), () => forgiving(chance.of(inJira)));
  if (chance.is(0.1))
    time.after(chance.between(0, spanMs), () =>
      forgiving(() => void change(incident, { status: 'solved', assigneeId: mara.id })),
    );
}

// A closed ticket can't be written to: then it simply does not happen.
function forgiving(act: () => void) {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}
