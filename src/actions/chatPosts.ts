import type { Posted } from '../domain/chatText.ts';
import type { IncidentRecord } from '../domain/record.ts';
import { type Clock, ServiceError } from '../ports.ts';

// Longer than any request of ours is waited for.
const LAST_MS = 45_000;

/** The incident's one message, where it has one. */
export function postedOf(slack: IncidentRecord['slack']): Posted | undefined {
  return slack?.channel && slack.ts ? { channel: slack.channel, ts: slack.ts } : undefined;
}

/** Past the end of our turn somebody else may be at it: nothing is begun that could be under way then. */
export function inTime<T>(clock: Clock, until: Date, act: () => Promise<T>): () => Promise<T> {
  return async () => {
    if (clock.now().getTime() > until.getTime() - LAST_MS)
      throw new ServiceError('Slack', 'timed out', { isRead: true });
    return act();
  };
}
