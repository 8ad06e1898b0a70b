import type { Clock } from './clock.ts';

/** The words of the interface; how Pendo's API spells them is not on its pages. https://support.pendo.io/hc/en-us/articles/360031864612 */
export const GUIDE_STATES = ['public', 'staged', 'draft', 'disabled'] as const;
export type GuideState = (typeof GUIDE_STATES)[number];

export interface PendoGuide {
  readonly id: string;
  readonly name: string;
  state: GuideState;
  /** Absent: everyone. */
  segmentId: string | undefined;
  /** The JavaScript of its code block, as the admin has pasted it. */
  code: string;
  /** Oldest first. */
  readonly history: { readonly at: number; readonly what: string }[];
  updatedAt: number;
}

export interface PendoSegment {
  readonly id: string;
  readonly name: string;
  /** Ids of the accounts in it: the workspace's product uses those of Zendesk's organizations. */
  readonly accounts: Set<string>;
}

/** One subscription. */
export interface Pendo {
  key: string;
  /** "Allow Write Access", which an admin ticks as they make the key. */
  mayWrite: boolean;
  /** States that are answered with 200 and not taken, as for a word that the API does not know. */
  readonly ignoredStates: Set<string>;
  readonly guides: Map<string, PendoGuide>;
  readonly segments: Map<string, PendoSegment>;
  guide(id: string): PendoGuide;
  addGuide(guide: Partial<PendoGuide> & { id: string; name: string }): PendoGuide;
  /** Whether this account's visitors are shown the guide on their next page. */
  shows(guide: PendoGuide, account: string | undefined): boolean;
}

export function createPendo(clock: Clock): Pendo {
  const pendo: Pendo = {
    key: 'workspace-pendo-key',
    mayWrite: true,
    ignoredStates: new Set(),
    guides: new Map(),
    segments: new Map(),
    guide(id) {
      const found = pendo.guides.get(id);
      if (!found) throw new Error(`The world's Pendo has no guide ${id}.`);
      return found;
    },
    addGuide(guide) {
      const complete: PendoGuide = {
        state: 'disabled',
        segmentId: undefined,
        code: '',
        history: [],
        updatedAt: clock.now(),
        ...guide,
      };
      pendo.guides.set(guide.id, complete);
      return complete;
    },
    shows({ state, segmentId }, account) {
      const segment = segmentId === undefined ? undefined : pendo.segments.get(segmentId);
      const isFor = segmentId === undefined || (account !== undefined && segment?.accounts.has(account));
      return state === 'public' && isFor === true;
    },
  };
  return pendo;
}
