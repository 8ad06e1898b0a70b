import { useEffect, useState } from 'react';
import { mayJoin } from '../../../domain/lookAlikes.ts';
import type { Ticket, TicketId } from '../../../domain/ticket.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import { LookFailed } from '../../LookFailed.tsx';
import { Loading } from '../../sidebar/Loading.tsx';
import { useTask } from '../../useTask.ts';
import type { ModalProps } from '../Modal.tsx';
import { PostUpdate } from '../post/PostUpdate.tsx';
import { Carrying } from './Carrying.tsx';
import { WriteDeclaration } from './WriteDeclaration.tsx';

/** Declaring an incident, carrying it out, and the first update after it. */
export function Declare({ ports, task, close }: ModalProps<'declare'>) {
  const { task: looked, run } = useTask(
    async (): Promise<{ readonly ticket: Ticket | undefined; readonly others: readonly Ticket[] }> => {
      const [ticket, others] = await Promise.all([
        task.ticket === undefined ? undefined : ports.tickets.readOne(task.ticket),
        readAll(ports, task.tickets ?? []),
      ]);
      return {
        ticket,
        others: others.filter((each) => each.id !== ticket?.id && (task.splitOff || mayJoin(each))),
      };
    },
  );
  useEffect(() => void run(), [run]);
  const [declared, setDeclared] = useState<{ readonly incident: TicketId; readonly summary: string }>();
  const [isPosting, setPosting] = useState(false);

  if (declared && isPosting)
    return <PostUpdate ports={ports} task={{ show: 'post', incident: declared.incident }} close={close} />;
  if (declared) return <Carrying ports={ports} {...declared} onPost={() => setPosting(true)} close={close} />;
  if (looked.state === 'failed') return <LookFailed error={looked.error} again={run} />;
  if (looked.state !== 'done') return <Loading />;
  return (
    <WriteDeclaration
      ports={ports}
      {...looked.value}
      from={task.splitOff}
      onDeclared={(incident, summary) => setDeclared({ incident, summary })}
      close={close}
    />
  );
}

// https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#show-multiple-tickets
const MOST_AT_ONCE = 100;

async function readAll({ tickets }: Pick<ModalPorts, 'tickets'>, ids: readonly TicketId[]) {
  const found: Ticket[] = [];
  for (let at = 0; at < ids.length; at += MOST_AT_ONCE)
    found.push(...(await tickets.read(ids.slice(at, at + MOST_AT_ONCE))));
  return found;
}
