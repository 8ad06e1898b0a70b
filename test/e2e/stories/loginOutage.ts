import { seedJiraSite } from '../../workspace/world/seed/jiraSite.ts';
import type { World } from '../../workspace/world/world.ts';

const MINUTE = 60_000;

const TICKETS: readonly (readonly [subject: string, text: string])[] = [
  [
    'Login code never arrives',
    'I asked for the login code three times and the e-mail never arrives. I cannot sign in.',
  ],
  ['No login code', 'The e-mail with my login code does not arrive, so I cannot sign in to the dashboard.'],
  ['Can’t sign in: login code missing', 'Waiting for the login code since nine. No e-mail arrives.'],
  ['login e-mail', 'Hello, the login code e-mail never arrives here, in spam neither.'],
];

/** Customers who can't sign in, of which nobody has made an incident yet; the first is the ticket at hand. */
export function loginTickets(world: World): number[] {
  if (world.jira.projects.size === 0) seedJiraSite(world);
  const organization = world.addOrganization({ name: 'Lakeside Food Bank' });
  return TICKETS.map(([subject, text], index) => {
    const customer = world.addUser({
      name: ['Nora Feld', 'Peter Quill', 'Ama Mensah', 'Jon Bell'][index] ?? 'A customer',
      ...(index < 2 && { organizationId: organization.id }),
    });
    return world.addTicket({
      subject,
      text,
      requesterId: customer.id,
      at: world.clock.now() - (40 - 8 * index) * MINUTE,
    }).id;
  });
}

/** The incidents that were declared with the app, and what their records say. */
export function declared(world: World) {
  return [...world.tickets.values()].flatMap((ticket) => {
    const record = JSON.parse(String(world.valueOf(ticket.id, 'allclear_record') ?? '{}')) as {
      jira?: { id: string; key: string };
      declare?: { key: string; reports: number[] };
    };
    return record.declare ? [{ ticket, record }] : [];
  });
}
