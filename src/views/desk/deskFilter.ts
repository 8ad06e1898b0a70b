import { channelMarks, matches } from '../../domain/deskRow.ts';
import { type Incident, isLate } from '../../domain/incident.ts';
import { isReviewOwed } from '../../domain/review.ts';
import type { Settings } from '../../domain/settings.ts';
import { CHANNELS } from '../channelWords.ts';
import { isSetUp } from '../sidebar/useChannels.ts';

export const SHOWS = ['all', 'late', 'apart', 'review'] as const;

/** Which incidents somebody wants to see. `apart`: a channel does not say what customers were told; `review`: it is owed. */
export interface DeskFilter {
  readonly show: (typeof SHOWS)[number];
  readonly text: string;
}

export const ANY: DeskFilter = { show: 'all', text: '' };

export function isWanted(
  incident: Incident,
  { show, text }: DeskFilter,
  now: Date,
  settings: Settings,
): boolean {
  if (!matches(incident, text)) return false;
  switch (show) {
    case 'all':
      return true;
    case 'late':
      return isLate(incident, now);
    case 'apart':
      return marksOf(incident, now, settings).length > 0;
    case 'review':
      return isReviewOwed(incident);
  }
}

export function marksOf(incident: Incident, now: Date, settings: Settings) {
  const setUp = CHANNELS.filter((name) => isSetUp(settings, name));
  return channelMarks(incident, setUp, now);
}
