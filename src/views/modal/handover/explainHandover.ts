import type { HandedOver } from '../../../actions/handOver.ts';
import { explainRefusal } from '../../explainRefusal.ts';
import type { Words } from '../../phrases.tsx';

/** Why an incident was not handed over; `undefined` when it was. */
export function explainHandover(outcome: HandedOver, words: Words): string | undefined {
  switch (outcome.do) {
    case 'handed over':
      return undefined;
    case 'overtaken':
      return outcome.by
        ? words.t('people.overtaken', { name: outcome.by.name })
        : words.t('people.overtakenBySomebody');
    case 'refuse':
      return explainRefusal(outcome, words);
  }
}
