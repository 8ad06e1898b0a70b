import type { Group } from '../domain/broadcaster.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { Ports } from '../ports.ts';
import type { BroadcastPorts } from './batches.ts';

/** What reminding asks of the world: no ticket is open, and nobody looks at the page. */
export interface ReminderPorts extends Pick<Ports, 'tickets' | 'settings' | 'clock' | 'browser'> {
  /** The agent at the screen; asks no server. */
  readonly me: () => Promise<{ readonly id: number; readonly groups: readonly Group[] }>;
  readonly heard: HeardShelf;
  /** What telling the team's chat needs; loaded by the first who asks. */
  readonly broadcasting: () => Promise<BroadcastPorts>;
  /** Says something at the top of the agent's window. Zendesk does not say whether it takes markup: it gets none. */
  readonly say: (text: string, weight: 'notice' | 'alert') => Promise<void>;
  /** Whether the window is in sight. */
  readonly isVisible: () => boolean;
}

/** What an agent was reminded of, for all windows of this browser. */
export interface HeardShelf {
  has(agent: number, incident: TicketId, key: string): boolean;
  keep(agent: number, incident: TicketId, key: string): void;
}
