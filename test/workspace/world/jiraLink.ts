/** What the official integration keeps: Zendesk's side of a link between a ticket and an issue. */
export interface JiraLink {
  id: number;
  ticketId: number;
  issueId: string;
  issueKey: string;
  createdAt: number;
}
