export const PAGE_STATES = ['investigating', 'identified', 'monitoring', 'resolved'] as const;
export const COMPONENT_STATES = [
  'operational',
  'under_maintenance',
  'degraded_performance',
  'partial_outage',
  'major_outage',
] as const;
export const IMPACTS = ['none', 'maintenance', 'minor', 'major', 'critical'] as const;

export type PageState = (typeof PAGE_STATES)[number];
export type ComponentState = (typeof COMPONENT_STATES)[number];

export interface PageComponent {
  readonly id: string;
  readonly name: string;
  state: ComponentState;
}

export interface PageUpdate {
  readonly id: string;
  readonly state: PageState;
  body: string;
  readonly at: number;
  /** How many subscribers were written to. */
  readonly mailed: number;
}

export interface PageIncident {
  readonly id: string;
  name: string;
  state: PageState;
  impact: (typeof IMPACTS)[number];
  metadata: Record<string, unknown>;
  /** Of the components that the page shows with it. */
  readonly componentIds: Set<string>;
  /** Oldest first. */
  readonly updates: PageUpdate[];
  readonly createdAt: number;
  updatedAt: number;
  resolvedAt?: number;
}

/** One public status page. */
export interface Statuspage {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  key: string;
  /** With which status it refuses one request too many: the reference says 420, its text 429. */
  limitStatus: 420 | 429;
  subscribers: number;
  readonly components: Map<string, PageComponent>;
  /** In order of creation. */
  readonly incidents: Map<string, PageIncident>;
  incident(id: string): PageIncident;
  nextId(): string;
}

export function createStatuspage(): Statuspage {
  let count = 0;
  const components: PageComponent[] = [
    { id: 'dn4tionf0rm1', name: 'Donation form', state: 'operational' },
    { id: 'r3c31ptma1l2', name: 'Receipts', state: 'operational' },
    { id: 'adm1narea003', name: 'Charity admin', state: 'operational' },
  ];
  const page: Statuspage = {
    id: 'h4rb0rg1fts9',
    name: 'Harbor Gifts status',
    url: 'https://status.harborgifts.example',
    key: 'workspace-statuspage-key',
    limitStatus: 420,
    subscribers: 240,
    components: new Map(components.map((each) => [each.id, each])),
    incidents: new Map(),
    incident(id) {
      const found = page.incidents.get(id);
      if (!found) throw new Error(`The world's status page has no incident ${id}.`);
      return found;
    },
    nextId: () => `p${String(++count).padStart(11, '0')}`,
  };
  return page;
}
