import type { AgentName, Start } from './start.ts';

/** What the parts of the page share. */
export interface Page {
  start: Start;
  agent: AgentName;
  scheme: 'light' | 'dark';
  /** Leads to a view or a ticket, in the same window and as the same agent. */
  go(path: string): void;
  href(path: string): string;
  closeTab(ticketId: number): void;
}
