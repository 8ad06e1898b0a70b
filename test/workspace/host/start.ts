import type { Priority, Status, TicketType } from '../world/ticket.ts';
import type { Installation } from '../zaf/session.ts';

/** What the page is told when it starts. */
export interface Start {
  /** The world's time, in milliseconds. */
  now: number;
  /** Origin of the app's assets. */
  appUrl: string;
  /** Origin of the customers' product. */
  productUrl: string;
  /** The sidebar's place in the package, such as `assets/index.html`. */
  location: string;
  /** The app's page behind its icon in the nav bar, where it has one. */
  navBar?: { location: string; icon: string };
  /** The app's page in the background, where it has one. */
  background?: string;
  agents: AgentName[];
  groups: { id: number; name: string }[];
  account: string;
  installation: Installation;
  fieldsOnForm?: readonly number[];
  /** Whether the app's frames may save files. */
  mayDownload: boolean;
}

export interface AgentName {
  id: number;
  name: string;
  /** As in the page's address: `mara`. */
  slug: string;
  title: string;
  onlyPrivateComments: boolean;
}

export interface TicketRow {
  id: number;
  subject: string;
  requester: string;
  status: Status;
  type: TicketType | null;
  priority: Priority | null;
  assigneeId: number | null;
  problemId: number | null;
  channel: string;
  createdAt: number;
  updatedAt: number;
}
