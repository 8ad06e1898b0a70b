export interface TicketField {
  id: number;
  type:
    | 'subject'
    | 'description'
    | 'status'
    | 'tickettype'
    | 'priority'
    | 'group'
    | 'assignee'
    | 'text'
    | 'textarea'
    | 'tagger'
    | 'checkbox'
    | 'date'
    | 'integer';
  title: string;
  description: string;
  position: number;
  active: boolean;
  options: { id: number; name: string; value: string }[];
  /** Made by an app's requirements under this name. */
  identifier?: string;
  createdAt: number;
}

export interface Macro {
  id: number;
  title: string;
  description: string | null;
  active: boolean;
  position: number;
  actions: { field: string; value: string | string[] }[];
  /** Who may use it: everybody, groups, or one agent. */
  restriction: { type: 'Group'; ids: number[] } | { type: 'User'; id: number } | null;
  createdAt: number;
  updatedAt: number;
}

export interface Brand {
  id: number;
  name: string;
  subdomain: string;
}

export interface CustomStatus {
  id: number;
  category: 'new' | 'open' | 'pending' | 'hold' | 'solved';
  agentLabel: string;
  endUserLabel: string;
  isDefault: boolean;
  active: boolean;
}

/** https://developer.zendesk.com/api-reference/ticketing/account-configuration/custom_roles/ */
export interface CustomRole {
  id: number;
  name: string;
  description: string;
  /** 0 stands for a custom agent, 1 for a light agent. */
  roleType: number;
  /** As documented; all members are optional. Which tickets an agent sees is kept with the agent. */
  configuration: {
    ticket_access?:
      | 'all'
      | 'assigned-only'
      | 'within-groups'
      | 'within-groups-and-public-groups'
      | 'within-organization';
    ticket_comment_access?: 'public' | 'none';
    ticket_editing?: boolean;
    /** On no page: whether the right to bulk edit is told at all is unverified. */
    ticket_bulk_edit?: boolean;
    light_agent?: boolean;
  };
  createdAt: number;
}

export interface Locale {
  id: number;
  locale: string;
  name: string;
}

export interface DynamicContent {
  id: number;
  name: string;
  placeholder: string;
  defaultLocaleId: number;
  variants: { id: number; localeId: number; content: string; isDefault: boolean }[];
}
