import { useEffect, useState } from 'react';
import { checkBroadcaster } from '../../actions/checkBroadcaster.ts';
import type { BroadcastRefusal } from '../../domain/broadcaster.ts';
import { type Deed, demandsOf } from '../../domain/permission.ts';
import type { BroadcastPorts } from '../../ports/batches.ts';
import { type Ports, ServiceError } from '../../ports.ts';

/** Whether this agent may do it. Where Zendesk could not be asked they may try: claiming asks again. */
export interface Broadcaster {
  readonly ports: BroadcastPorts;
  readonly refusal?: BroadcastRefusal | undefined;
}

type Needs = Pick<Ports, 'broadcasting' | 'settings'>;

// One question for all who ask beside one ticket, and for all deeds that take the same.
const asked = new WeakMap<Needs, Map<string, Promise<Broadcaster>>>();

/** The services for telling everyone, once it is known whether this agent may, or may do another deed; `undefined` until then. */
export function useBroadcaster(ports: Needs, deed: Deed = 'post'): Broadcaster | undefined {
  const [known, setKnown] = useState<Broadcaster>();
  useEffect(() => {
    let isOver = false;
    const answers = asked.get(ports) ?? new Map<string, Promise<Broadcaster>>();
    const demands = JSON.stringify(demandsOf(deed, ports.settings));
    const answer = answers.get(demands) ?? ask(ports, deed);
    asked.set(ports, answers.set(demands, answer));
    answer.then(
      (found) => !isOver && setKnown(found),
      () => answers.delete(demands), // its code did not load; what is there does without
    );
    return () => {
      isOver = true;
    };
  }, [ports, deed]);
  return known;
}

async function ask({ broadcasting }: Needs, deed: Deed): Promise<Broadcaster> {
  const ports = await broadcasting();
  try {
    return { ports, refusal: await checkBroadcaster(ports, deed) };
  } catch (error) {
    if (error instanceof ServiceError) return { ports };
    throw error;
  }
}
