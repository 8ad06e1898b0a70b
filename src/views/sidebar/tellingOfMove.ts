import type { Moved } from '../../actions/moveReport.ts';
import type { TicketId } from '../../domain/ticket.ts';
import { explainRefusal } from '../explainRefusal.ts';
import type { Phrase, Words } from '../phrases.tsx';
import type { Telling } from './Sidebar.tsx';
import { REFUSALS } from './tellingOfAttach.ts';

type Reason = Extract<Moved, { do: 'cannot' }>['because'];

const CANNOT: Record<Reason, Phrase> = {
  ...REFUSALS,
  elsewhere: 'several.elsewhere',
  record: 'several.record',
  drill: 'drill.apart',
  'too long': 'several.tooLong',
  'not visible': 'several.notVisible',
};

/** Why a ticket can't be moved; nothing was changed. */
export function refusedMove(because: Reason, { t }: Words): string {
  return t(CANNOT[because]);
}

/** What became of moving a ticket to another incident. */
export function tellingOfMove(moved: Moved, to: TicketId, words: Words): Telling {
  const { t } = words;
  const ticket = `#${to}`;
  switch (moved.do) {
    case 'moved': {
      if (!moved.hears) return { weight: 'success', text: t('several.movedAlready', { ticket }) };
      const isTold = moved.hears.what === 'move';
      return { weight: 'success', text: t(isTold ? 'several.movedTold' : 'several.moved', { ticket }) };
    }
    case 'cannot':
      return { weight: 'warning', text: refusedMove(moved.because, words) };
    case 'refuse':
      return { weight: 'warning', text: explainRefusal(moved, words) };
  }
}
