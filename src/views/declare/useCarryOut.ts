import { useCallback, useRef, useState } from 'react';
import type { CarriedOut } from '../../actions/carryOut.ts';
import type { StepName } from '../../domain/declaration.ts';
import type { IssueValues } from '../../domain/declareDraft.ts';
import type { IncidentRecord, Receipt } from '../../domain/record.ts';
import type { TicketId } from '../../domain/ticket.ts';
import type { BroadcastPorts } from '../../ports/batches.ts';
import { useTask } from '../useTask.ts';

export interface Answers {
  readonly kind: string;
  readonly values: IssueValues;
}

/** What is left of declaring an incident, done from here; leaving it stops nothing that was sent. */
export function useCarryOut(broadcasting: () => Promise<BroadcastPorts>, incident: TicketId) {
  const [record, setRecord] = useState<IncidentRecord>();
  const [doing, setDoing] = useState<StepName>();
  const [receipts, setReceipts] = useState<readonly Receipt[]>([]);
  const run = useRef<string>();
  const act = useTask(async (answers?: Answers): Promise<CarriedOut> => {
    const [ports, { carryOutAloud }] = await Promise.all([
      broadcasting(),
      import('../../actions/carryOutAloud.ts'),
    ]);
    run.current ??= ports.newKey();
    try {
      const { carried, heard } = await carryOutAloud(ports, incident, {
        run: run.current,
        ...(answers && { answers: { kind: answers.kind, values: { ...answers.values } as never } }),
        onStep(now, step) {
          setRecord(now);
          setDoing(step);
        },
      });
      heard.then(setReceipts, () => {}); // what is not written down shows as still to do
      if (carried.end === 'done') linkLater(ports, incident);
      return carried;
    } finally {
      setDoing(undefined);
    }
  });
  const start = useCallback((answers?: Answers) => void act.run(answers), [act.run]);
  return { task: act.task, isRunning: act.task.state === 'running', record, doing, receipts, start };
}

// An extra that nobody waits for: the incident's own ticket in the account's other app for Jira.
function linkLater(ports: BroadcastPorts, incident: TicketId): void {
  import('../../actions/linkOfficially.ts')
    .then(({ linkOfficially }) => linkOfficially(ports, incident, incident))
    .catch(() => {});
}
