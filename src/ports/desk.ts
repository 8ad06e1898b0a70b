import type { Ports } from '../ports.ts';
import type { BroadcastPorts } from './batches.ts';

/**
 * What the desk asks of the world: all that the sidebar and the broadcast do, so that the same views and actions serve
 * both. No ticket is open: of `form`, only opening a ticket and telling the agent something mean anything.
 */
export interface DeskPorts extends Ports, BroadcastPorts {
  /** Whether the desk is in front: nobody looks at it behind another page of Zendesk's. */
  onTurn(act: (isInFront: boolean) => void): () => void;
}
