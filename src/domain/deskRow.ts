import { channelState } from './channels.ts';
import type { Coverage } from './coverage.ts';
import { type Incident, newestUpdate } from './incident.ts';
import { fold } from './reportRows.ts';
import { summaryOf } from './telling.ts';
import { toSummary } from './timeline.ts';

/** A channel that does not say what customers were told, as far as the incident's own record knows. */
export interface ChannelMark {
  readonly channel: 'jira' | 'slack' | 'statuspage' | 'pendo';
  /** `unknown`: it was being told, and nobody heard how that ended. */
  readonly state: 'failed' | 'unknown' | 'missing';
}

const CHANNELS = ['jira', 'slack', 'statuspage', 'pendo'] as const;

/** `setUp`: the channels that are told by themselves once customers are. */
export function channelMarks(
  incident: Incident,
  setUp: readonly ChannelMark['channel'][],
  now: Date,
): ChannelMark[] {
  const areCustomersTold = summaryOf(incident) !== undefined;
  return CHANNELS.flatMap((channel): ChannelMark[] => {
    const state = channelState(incident, channel, now);
    if (state === 'failed' || state === 'unknown') return [{ channel, state }];
    const isMissed = state === 'missing' && areCustomersTold && setUp.includes(channel);
    return isMissed && newestUpdate(incident) > 0 ? [{ channel, state }] : [];
  });
}

/** How many were told the newest update, and since when that is known. */
export interface CoverageKnown {
  readonly told: number;
  readonly total: number;
  /** Not told, and can't be. */
  readonly cannot: number;
  readonly asOf: string;
  /** Counted off the ledgers just now; otherwise it is what was written down as its telling ended. */
  readonly isCounted: boolean;
}

/** The better of the two: a count of this update, else what its telling wrote down at its end. */
export function coverageKnown(
  incident: Incident,
  counted?: { readonly coverage: Coverage; readonly asOf: Date } | undefined,
): CoverageKnown | undefined {
  if (counted && counted.coverage.n === newestUpdate(incident)) {
    const { told, total, cannot } = counted.coverage;
    return { told, total, cannot: sum(cannot), asOf: counted.asOf.toISOString(), isCounted: true };
  }
  const receipt = summaryOf(incident);
  const summary = receipt && toSummary(receipt, receipt.at);
  if (!summary) return undefined;
  const { told, total, skipped, at } = summary;
  return { told, total, cannot: sum(skipped), asOf: at, isCounted: false };
}

const sum = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((total, count) => total + count, 0);

/** Whether every word of `text` is in the incident's title, symptoms, number or issue; capitals and accents aside. */
export function matches(incident: Incident, text: string): boolean {
  const { id, title, symptoms, jiraKey = '' } = incident;
  const held = fold(`#${id}\n${title}\n${symptoms}\n${jiraKey}`);
  return fold(text)
    .split(/\s+/)
    .every((word) => held.includes(word));
}
