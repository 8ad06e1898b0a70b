import { type ChannelState, channelState } from './channels.ts';
import { type Drift, driftOf } from './gate.ts';
import { type Incident, newestUpdate } from './incident.ts';
import type { Issue } from './issue.ts';
import type { LinkCount } from './linkFact.ts';
import { summaryOf } from './telling.ts';

/** All that says how an incident stands, customers first. */
export const CHANNELS = ['tickets', 'jira', 'slack', 'pendo', 'statuspage'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What a channel said when it was asked; `n` is the newest update that it has, absent when it has none. */
export type Says =
  | { readonly channel: 'tickets'; readonly told: number; readonly total: number; readonly behind: number }
  | {
      readonly channel: 'jira';
      readonly n?: number | undefined;
      readonly issue: Issue;
      /** Absent before they were compared for the first time. */
      readonly links?: LinkCount | undefined;
    }
  /** A chat can't be asked what it says: `n` is what it was told, `at`; `isGone` when the incident's message is. */
  | {
      readonly channel: 'slack';
      readonly n?: number | undefined;
      readonly at?: string | undefined;
      readonly isGone: boolean;
    }
  | {
      readonly channel: 'pendo';
      readonly n?: number | undefined;
      readonly isPublic: boolean;
      readonly isShown: boolean;
    }
  /** `stage` in the page's own word. */
  | {
      readonly channel: 'statuspage';
      readonly n?: number | undefined;
      readonly stage?: string | undefined;
    };

/**
 * How a channel differs from what customers were told. `behind`: it lacks the newest update. `gone`: somebody has deleted the
 * incident there. `stage`: somebody has set another one. `hidden`, `off`: nobody sees the notice. `left over`: its time is up,
 * and it is still there. `links`: not every ticket is linked. `unsure`: nobody knows whether it was told. The others are
 * Engineering's, and only an update brings those in line.
 */
export type Difference =
  | 'behind'
  | 'gone'
  | 'stage'
  | 'hidden'
  | 'off'
  | 'left over'
  | 'links'
  | 'unsure'
  | Drift;

const MENDED: ReadonlySet<Difference> = new Set([
  'behind',
  'gone',
  'stage',
  'hidden',
  'off',
  'left over',
  'links',
]);

/**
 * Whether bringing in line changes it, without anybody deciding what to say. The page is told no RCA, so its stage waits
 * for an update then.
 */
export function isMendable(difference: Difference, incident?: Incident): boolean {
  return MENDED.has(difference) && !(difference === 'stage' && incident?.update?.rca);
}

/** Where what a channel says parts from what customers were told in the newest update; nothing when it does not. */
export function differencesOf(
  incident: Incident,
  says: Says,
  now: Date,
  fixed: readonly string[] = [],
): readonly Difference[] {
  const newest = newestUpdate(incident);
  const behind = (n: number | undefined) => (n ?? 0) < newest;
  switch (says.channel) {
    case 'tickets':
      return newest > 0 && says.behind > 0 ? ['behind'] : [];
    case 'jira': {
      const drift = driftOf(incident, says.issue, fixed);
      const isOff = !says.links?.isInLine;
      return [
        ...(drift ? [drift] : []),
        ...(behind(says.n) ? (['behind'] as const) : []),
        ...(isOff ? (['links'] as const) : []),
      ];
    }
    case 'slack': {
      const state = channelState(incident, 'slack', now);
      if (isUntoldOf(incident, 'slack')) return [];
      if (state === 'unknown') return ['unsure'];
      if (state === 'telling') return [];
      if (state !== 'told') return ['behind'];
      return says.isGone ? ['gone'] : [];
    }
    case 'pendo':
      if (isNoticeOver(incident, now))
        return says.n !== undefined && !incident.notice?.gone ? ['left over'] : [];
      if (isUntoldOf(incident, 'pendo')) return [];
      if (behind(says.n)) return ['behind'];
      if (!says.isPublic) return ['hidden'];
      return says.isShown ? [] : ['off'];
    case 'statuspage': {
      const isSame = isSameStage(says.stage, incident.stage);
      if (isUntoldOf(incident, 'statuspage') && (says.n === undefined || isSame)) return [];
      if (says.n === undefined && says.stage === undefined)
        return [channelState(incident, 'statuspage', now) === 'told' ? 'gone' : 'behind'];
      if (behind(says.n) && !isUntoldOf(incident, 'statuspage')) return ['behind'];
      return isSame ? [] : ['stage'];
    }
  }
}

/** The RCA goes to customers and to Engineering, and to nobody else. */
function isUntoldOf({ update }: Incident, channel: string): boolean {
  return update?.rca !== undefined && channel !== 'jira' && channel !== 'tickets';
}

/** What is known of a channel that did not answer: one that would not be told is behind, whatever it would say. */
export function differencesUnasked(incident: Incident, channel: Channel, now: Date): readonly Difference[] {
  if (channel === 'tickets') return [];
  const [behind] = channelsBehind(incident, [channel], now);
  return behind && behind.state !== 'unknown' ? ['behind'] : [];
}

/** Whether the notice has had its hour after *resolved*: nobody is to see it any more. */
export function isNoticeOver({ stage, notice }: Incident, now: Date): boolean {
  return stage === 'resolved' && notice?.until !== undefined && Date.parse(notice.until) <= now.getTime();
}

/** Whether the page's word means the stage, as far as it says one: somebody writes a post-mortem there once it is over. */
export function isSameStage(word: string | undefined, stage: string): boolean {
  return word === undefined || word === stage || (word === 'postmortem' && stage === 'resolved');
}

/** A channel that does not have the newest update, by what is written down: nobody was asked. */
export interface Behind {
  readonly channel: string;
  readonly state: Extract<ChannelState, 'failed' | 'unknown' | 'missing'>;
  /** The newest update that it has, as far as is known. */
  readonly has?: number | undefined;
}

/**
 * Of these channels, those that are behind what customers were told, by the receipts in the incident's record alone. What
 * waits while customers are being told is not behind.
 */
export function channelsBehind(incident: Incident, channels: readonly string[], now: Date): Behind[] {
  return channels.flatMap((channel): Behind[] => {
    const state = channelState(incident, channel, now);
    if (state === 'told' || state === 'telling' || isUntoldOf(incident, channel)) return [];
    if (state === 'missing' && !summaryOf(incident)) return [];
    return [{ channel, state, has: incident.heard?.[channel] }];
  });
}
