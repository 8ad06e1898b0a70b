import { useEffect, useState } from 'react';
import { checkBroadcaster } from '../../actions/checkBroadcaster.ts';
import type { BroadcastRefusal } from '../../domain/broadcaster.ts';
import type { BroadcastPorts } from '../../ports/batches.ts';
import { type Ports, ServiceError } from '../../ports.ts';

/** Whether this agent may tell everyone. Where Zendesk could not be asked they may try: claiming asks again. */
export interface Broadcaster {
  readonly ports: BroadcastPorts;
  readonly refusal?: BroadcastRefusal | undefined;
}

type Needs = Pick<Ports, 'broadcasting'>;

// One question for all who ask beside one ticket.
const asked = new WeakMap<Needs, Promise<Broadcaster>>();

/** The services for telling everyone, once it is known whether this agent may; `undefined` until then. */
export function useBroadcaster(ports: Needs): Broadcaster | undefined {
  const [known, setKnown] = useState<Broadcaster>();
  useEffect(() => {
    let isOver = false;
    const answer = asked.get(ports) ?? ask(ports);
    asked.set(ports, answer);
    answer.then(
      (found) => !isOver && setKnown(found),
      () => asked.delete(ports), // its code did not load; what is there does without
    );
    return () => {
      isOver = true;
    };
  }, [ports]);
  return known;
}

async function ask({ broadcasting }: Needs): Promise<Broadcaster> {
  const ports = await broadcasting();
  try {
    return { ports, refusal: await checkBroadcaster(ports) };
  } catch (error) {
    if (error instanceof ServiceError) return { ports };
    throw error;
  }
}
