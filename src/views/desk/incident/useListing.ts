import { useEffect, useRef, useState } from 'react';
import { createPaced } from '../../../actions/paced.ts';
import type { ReportRow } from '../../../domain/reportRows.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import type { DeskPorts } from '../../../ports/desk.ts';
import { ServiceError } from '../../../ports.ts';
import { type ReportList, useReportList } from '../../modal/reports/useReportList.ts';

export interface Listed {
  readonly list: ReportList;
  /** By number; one that this agent can't see, or that is not looked up yet, is left out. */
  readonly names: ReadonlyMap<number, string>;
}

const MOST_A_REQUEST = 100;
const MOST_NAMES = 1_000;

/** The incident's reports as they are read, and the names of the organizations that they come from. */
export function useListing(ports: DeskPorts, id: TicketId): Listed {
  const list = useReportList(ports, id);
  const [names, setNames] = useState<ReadonlyMap<number, string>>(new Map());
  const asked = useRef(new Set<number>());
  const { shown, state } = list;
  useEffect(() => {
    if (!shown || (state === 'reading' && !shown.isWhole)) return;
    const unknown = unknownIn(shown.rows, asked.current).slice(0, MOST_NAMES);
    let isOver = false;
    async function lookUp() {
      const paced = createPaced(ports);
      for (let at = 0; at < unknown.length && !isOver; at += MOST_A_REQUEST) {
        const some = unknown.slice(at, at + MOST_A_REQUEST);
        const found = await paced.answer(() => ports.batches.organizations(some));
        for (const organization of some) asked.current.add(organization);
        if (!isOver) setNames((before) => new Map([...before, ...found]));
      }
    }
    lookUp().catch((error: unknown) => {
      if (!(error instanceof ServiceError)) throw error; // they stay without a name
    });
    return () => {
      isOver = true;
    };
  }, [ports, shown, state]);
  return { list, names };
}

function unknownIn(rows: readonly ReportRow[], known: ReadonlySet<number>): number[] {
  const all = new Set(rows.map(({ organization }) => organization));
  return [...all].filter((id) => id > 0 && !known.has(id));
}
