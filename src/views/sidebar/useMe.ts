import { useEffect, useState } from 'react';
import { type Agent, type Ports, ServiceError } from '../../ports.ts';

/** The agent at the screen; `undefined` until Zendesk has said. It is asked once for all of a tab's views. */
export function useMe({ tickets }: Pick<Ports, 'tickets'>): Agent | undefined {
  const [me, setMe] = useState<Agent>();
  useEffect(() => {
    let isOver = false;
    tickets.me().then(
      (found) => !isOver && setMe(found),
      (error: unknown) => {
        if (!(error instanceof ServiceError)) throw error; // what needs it stays away
      },
    );
    return () => {
      isOver = true;
    };
  }, [tickets]);
  return me;
}
