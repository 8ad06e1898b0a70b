import type { Drill } from './drill.ts';

/** Channels beside the tickets that a drill stays away from unless it was asked to take them along. */
export const DRILL_CHANNELS = ['slack', 'statuspage', 'pendo'] as const;
export type DrillChannel = (typeof DRILL_CHANNELS)[number];

/** Whether anything of an incident leaves for this channel. Its issue it has only where that was asked for. */
export function reaches({ isDrill, drillReaches = [] }: Drill, channel: string): boolean {
  const isKept = (DRILL_CHANNELS as readonly string[]).includes(channel);
  return !isDrill || !isKept || drillReaches.includes(channel);
}

/** The title of a drill says so to whoever reads it anywhere: in Zendesk's own lists, in Jira, in a channel. */
export function drillTitle(title: string): string {
  return /^drill\b/i.test(title) ? title : `Drill: ${title}`;
}
