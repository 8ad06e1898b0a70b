import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import type { Step, StepName } from '../../domain/declaration.ts';
import { useWords } from '../phrases.tsx';
import { Small } from '../pieces.tsx';
import { leftWords, stepTitle, stepWhy } from './stepWords.ts';

const List = styled.ol`
  display: grid;
  gap: ${({ theme }) => theme.space.xs};
  list-style: none;
`;
const Line = styled.li`
  display: grid;
  grid-template-columns: ${({ theme }) => `${theme.space.base * 5}px`} minmax(0, 1fr);
  column-gap: ${({ theme }) => theme.space.xs};
  & > * { grid-column: 2; }
`;
const Sign = styled.span<{ $look: Look }>`
  grid-column: 1;
  grid-row: 1;
  text-align: center;
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  color: ${({ theme, $look }) => getColor({ theme, variable: COLORS[$look] })};
`;

type Look = Step['state'] | 'doing';
const SIGNS: Record<Look, string> = { done: '✓', failed: '!', 'to do': '○', doing: '…' };
const COLORS: Record<Look, string> = {
  done: 'foreground.success',
  failed: 'foreground.danger',
  'to do': 'foreground.subtle',
  doing: 'foreground.primary',
};
const WORDS = {
  done: 'declare.done',
  failed: 'declare.failed',
  'to do': 'declare.toDo',
  doing: 'declare.doing',
} as const;

/** The steps of a declaration: what is done, what failed and why, and what is still to do. */
export function StepList({ steps, doing }: { steps: readonly Step[]; doing?: StepName | undefined }) {
  const words = useWords();
  const { t } = words;
  return (
    <List data-test-id="declare-steps" aria-label={t('declare.stepsHeading')}>
      {steps.map((step) => {
        const look: Look = step.name === doing ? 'doing' : step.state;
        return (
          <Line key={step.name} data-test-id={`step-${step.name}`} data-state={look}>
            <Sign $look={look} aria-hidden>
              {SIGNS[look]}
            </Sign>
            <span>
              {stepTitle(step, words)} <Small as="span">· {t(WORDS[look])}</Small>
            </span>
            {look === 'failed' && step.state === 'failed' && <Small>{stepWhy(step.why, words)}</Small>}
            {step.state === 'done' &&
              step.left
                .slice(0, MOST_NAMED)
                .map((left) => <Small key={left.id}>{leftWords(left, words)}</Small>)}
            {step.state === 'done' && step.left.length > MOST_NAMED && (
              <Small>{t('declare.left.more', { count: step.left.length - MOST_NAMED })}</Small>
            )}
          </Line>
        );
      })}
    </List>
  );
}

const MOST_NAMED = 5;
