export type Role = 'end-user' | 'agent' | 'admin';

export interface User {
  id: number;
  name: string;
  email: string;
  role: Role;
  /** BCP 47, as Zendesk writes it: `en-US`, `pt-BR`, `es`. */
  locale: string;
  /** Zendesk's (Rails') name of the zone, for example `Madrid`. */
  timeZone: string;
  ianaTimeZone: string;
  organizationId: number | null;
  /** A light agent: may add internal notes and nothing else. */
  onlyPrivateComments: boolean;
  ticketRestriction: 'groups' | 'organization' | 'assigned' | 'requested' | null;
  customRoleId: number | null;
  suspended: boolean;
  groupIds: number[];
  tags: string[];
  phone: string | null;
  createdAt: number;
}

export interface Organization {
  id: number;
  name: string;
  domainNames: string[];
  tags: string[];
  details: string | null;
  createdAt: number;
}

export interface Group {
  id: number;
  name: string;
  /** Its tickets are for its members. */
  isPrivate?: boolean;
  createdAt: number;
}
