import type { Attached } from '../../actions/attachReport.ts';
import type { Incident } from '../../domain/incident.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Phrase, Words } from '../phrases.tsx';
import type { Telling } from './Sidebar.tsx';

export const REFUSALS: Record<Refusal, Phrase> = {
  closed: 'attach.closed',
  merged: 'attach.merged',
  incident: 'attach.incident',
  problem: 'attach.problem',
  'not allowed': 'attach.notAllowed',
  'incident over': 'attach.incidentOver',
  'incident merged': 'several.attachMerged',
  'no drill ticket': 'drill.attachOther',
};

/** What became of a press on "Attach". */
export function tellingOfAttach(
  attached: Exclude<Attached, { do: 'ask' }>,
  { title }: Incident,
  { t }: Words,
): Telling {
  switch (attached.do) {
    case 'attached':
      return { weight: 'success', text: t('attach.done', { title }) };
    case 'nothing':
      return { weight: 'success', text: t('attach.already') };
    case 'refuse':
      return { weight: 'warning', text: t(REFUSALS[attached.because]) };
  }
}
