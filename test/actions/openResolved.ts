import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { tellEveryone } from '../../src/actions/tellEveryone.ts';
import { newestUpdate, toIncident } from '../../src/domain/incident.ts';
import { ASKED_TAG } from '../../src/domain/rca.ts';
import type { Rca } from '../../src/domain/record.ts';
import { openBroadcast, type Wanted } from './openBroadcast.ts';

export const RCA: Rca = {
  texts: {
    en: 'A certificate had expired.\n\nWe now renew it a month before.',
    es: 'Caducó un certificado.',
  },
  language: 'en',
  to: 'asked',
};

/** An incident that is over: update 2 has told everybody so, and its ticket is solved. */
export async function openResolved(wanted: Wanted = {}) {
  const opened = openBroadcast({ reports: 6, ...wanted });
  const { ports, incident, run, draft, world, reports, time } = opened;
  const gate = { kind: 'override', by: 'Mara Lind', reason: 'Checked by hand.' } as const;
  const over = draft({ stage: 'resolved', next: undefined, gate });
  const claimed = await run(claimUpdate(ports, incident.id, 1, over));
  if (claimed.do !== 'claimed') throw new Error(JSON.stringify(claimed));
  await run(tellEveryone(ports, incident.id, 2));
  await time.advance(60_000);
  const seen = async () => toIncident(await run(ports.tickets.readOne(incident.id)));
  return {
    ...opened,
    seen,
    record: () => JSON.parse(String(world.valueOf(incident.id, 'allclear_record'))),
    /** This customer has asked for the RCA. */
    asks(id: number) {
      const ticket = world.ticket(id);
      ticket.values = { ...ticket.values, tags: [...ticket.values.tags, ASKED_TAG] };
    },
    closes: (...ids: number[]) => ids.forEach((id) => void world.closeTicket(id)),
    async claims(rca: Partial<Rca> = {}, at = ports) {
      const n = newestUpdate(await seen());
      const text = { stage: 'resolved' as const, symptoms: '', rca: { ...RCA, ...rca } };
      return run(claimUpdate(at, incident.id, n, text));
    },
    tells: (n = 3, at = ports) => run(tellEveryone(at, incident.id, n)),
    followUpsOf: (id: number) => world.ticket(id).followupIds.map((each) => world.ticket(each)),
    ids: reports.map(({ id }) => id),
  };
}
