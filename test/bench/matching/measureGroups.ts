import { createGrouper, type Group, type Heard } from '../../../src/domain/matching/groups.ts';
import { median, round } from '../bench.ts';
import { textOf } from './measureRanking.ts';
import type { LabelledSet, LabelledTicket } from './readSet.ts';

const LOOK_EVERY_MINUTES = 5;
const MINUTE = 60_000;
// A group is right when so many of its tickets are about one incident.
const RIGHT = 0.8;

/** Plays the day, looks every five minutes, and asks of every group that is shown whether there is an incident behind it. */
export function measureGroups({ tickets }: LabelledSet) {
  const labelOf = new Map(tickets.map(({ id, incident }) => [id, incident]));
  const last = Math.max(...tickets.map(({ minute }) => minute));
  const shownAt = new Map<string, { minute: number; size: number }>();
  let [shown, right, members, rightMembers] = [0, 0, 0, 0];
  for (let minute = 0; minute <= last + LOOK_EVERY_MINUTES; minute += LOOK_EVERY_MINUTES) {
    for (const group of groupsAt(tickets, minute)) {
      const { incident, share } = leading(group, labelOf);
      shown += 1;
      members += group.tickets.length;
      rightMembers += Math.round(share * group.tickets.length);
      if (!incident || share < RIGHT) continue;
      right += 1;
      if (!shownAt.has(incident)) shownAt.set(incident, { minute, size: group.tickets.length });
    }
  }
  const firsts = new Map<string, number>();
  for (const { incident, minute } of tickets)
    if (incident && !firsts.has(incident)) firsts.set(incident, minute);
  const waits = [...shownAt].map(([incident, { minute }]) => minute - (firsts.get(incident) ?? 0));
  return {
    groupsShown: shown,
    groupPrecision: round(right / shown, 3),
    memberPrecision: round(rightMembers / members, 3),
    incidentsFound: shownAt.size,
    incidentsThere: firsts.size,
    minutesToGroup: median(waits),
    mostMinutesToGroup: Math.max(...waits),
    ticketsToGroup: median([...shownAt.values()].map(({ size }) => size)),
  };
}

export function toHeard(ticket: LabelledTicket): Heard {
  const { id, minute, organization, requester } = ticket;
  return { id, text: textOf(ticket), voice: organization ?? requester, at: minute * MINUTE, is: 'free' };
}

function groupsAt(tickets: readonly LabelledTicket[], minute: number): Group[] {
  const grouper = createGrouper(minute * MINUTE);
  grouper.hear(tickets.filter((ticket) => ticket.minute <= minute).map(toHeard));
  return grouper.groups();
}

function leading({ tickets }: Group, labelOf: ReadonlyMap<number, string | undefined>) {
  const counts = new Map<string, number>();
  for (const id of tickets) {
    const incident = labelOf.get(id);
    if (incident) counts.set(incident, (counts.get(incident) ?? 0) + 1);
  }
  const [incident, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [undefined, 0];
  return { incident, share: count / tickets.length };
}
