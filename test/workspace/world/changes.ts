/** What others may want to know at once: windows that show the world, and the app's `ticket.updated`. */
export type Change =
  | { kind: 'created' | 'updated'; ticketId: number; agentId: number }
  | { kind: 'slack'; channelId: string }
  | { kind: 'article'; articleId: number }
  | { kind: 'pendo'; guideId: string }
  | { kind: 'statuspage'; incidentId: string }
  | { kind: 'jira'; issueId: string }
  | { kind: 'notified'; appId: number; event: string; body: unknown; agentId?: number };

export interface Changes {
  subscribe(listener: (change: Change) => void): () => void;
  emit(change: Change): void;
}

export function createChanges(): Changes {
  const listeners = new Set<(change: Change) => void>();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit(change) {
      for (const listener of listeners) listener(change);
    },
  };
}
