import { useState } from 'react';
import { attachReports } from '../../actions/attachReports.ts';
import { type DismissedGroup, dismissGroup } from '../../actions/dismissGroup.ts';
import type { LeftOut } from '../../domain/declaration.ts';
import type { Incident } from '../../domain/incident.ts';
import type { PossibleIncident } from '../../domain/spotting.ts';
import type { TicketId } from '../../domain/ticket.ts';
import type { BroadcastPorts } from '../../ports/batches.ts';
import type { Modals } from '../../ports.ts';
import { useTask } from '../useTask.ts';

export type GroupPorts = BroadcastPorts & { readonly modals: Modals };

export type GroupDeed =
  | { readonly do: 'declare' | 'dismiss' }
  | { readonly do: 'attach'; readonly incident: Incident };

/** What came of it. */
export type GroupOutcome =
  | {
      readonly did: 'attach';
      readonly title: string;
      readonly done: readonly TicketId[];
      readonly not: readonly LeftOut[];
    }
  | { readonly did: 'dismiss'; readonly done: readonly TicketId[]; readonly not: readonly LeftOut[] }
  | { readonly did: 'nothing'; readonly refusal: Extract<DismissedGroup, { do: 'refuse' }> };

/**
 * What a lead can do with the tickets of a possible incident, one thing at a time. `onDone` hears what came of it; nothing of
 * declaring, which says that itself.
 */
export function useGroupDeed(
  ports: GroupPorts,
  { tickets }: PossibleIncident,
  onDone: (outcome?: GroupOutcome) => void,
) {
  const [doing, setDoing] = useState<GroupDeed['do']>();
  const { task, run } = useTask(async (deed: GroupDeed) => {
    setDoing(deed.do);
    onDone(
      await carryOut(
        ports,
        deed,
        tickets.map(({ id }) => id),
      ),
    );
  });
  return {
    run,
    doing: task.state === 'running' ? doing : undefined,
    error: task.state === 'failed' && task.error,
  };
}

async function carryOut(
  ports: GroupPorts,
  deed: GroupDeed,
  ids: readonly TicketId[],
): Promise<GroupOutcome | undefined> {
  switch (deed.do) {
    case 'declare': {
      const [ticket, ...tickets] = ids;
      await ports.modals.open({ show: 'declare', ticket, ...(tickets.length > 0 && { tickets }) });
      return undefined;
    }
    case 'attach': {
      const { attached, not } = await attachReports(ports, deed.incident.id, ids);
      return { did: 'attach', title: deed.incident.title, done: attached, not };
    }
    case 'dismiss': {
      const dismissed = await dismissGroup(ports, ids);
      return dismissed.do === 'refuse'
        ? { did: 'nothing', refusal: dismissed }
        : { did: 'dismiss', done: dismissed.tickets, not: dismissed.not };
    }
  }
}
