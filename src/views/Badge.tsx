import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import type { Stage } from '../domain/stage.ts';
import { useWords } from './phrases.tsx';

type Tone = 'neutral' | 'primary' | 'success' | 'warning' | 'danger';

/** A word with a tone; the tone repeats what the word says and never stands alone. */
export const Badge = styled.span<{ $tone: Tone }>`
  display: inline-flex;
  align-items: center;
  gap: ${({ theme }) => `${theme.space.base * 1.5}px`};
  padding: ${({ theme }) => `${theme.space.base / 2}px ${theme.space.base * 2}px`};
  border-radius: 100px;
  font-size: ${({ theme }) => theme.fontSizes.sm};
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  line-height: ${({ theme }) => theme.lineHeights.sm};
  white-space: nowrap;
  color: ${({ theme, $tone }) => getColor({ theme, ...FOREGROUND[$tone] })};
  background: ${({ theme, $tone }) => getColor({ theme, ...BACKGROUND[$tone] })};
`;

const BOTH = (hue: string, light: number, dark: number) => ({
  light: { hue, shade: light },
  dark: { hue, shade: dark },
});
const FOREGROUND: Record<Tone, object> = {
  neutral: { variable: 'foreground.subtle' },
  primary: BOTH('primaryHue', 800, 400),
  success: BOTH('successHue', 800, 400),
  warning: BOTH('warningHue', 800, 400),
  danger: BOTH('dangerHue', 800, 400),
};
const BACKGROUND: Record<Tone, object> = {
  neutral: { variable: 'background.subtle' },
  primary: BOTH('primaryHue', 100, 900),
  success: BOTH('successHue', 100, 900),
  warning: BOTH('warningHue', 100, 900),
  danger: BOTH('dangerHue', 100, 900),
};

const Dot = styled.span`
  flex: none;
  width: ${({ theme }) => `${theme.space.base * 2}px`};
  height: ${({ theme }) => `${theme.space.base * 2}px`};
  border-radius: 50%;
  background: currentcolor;
`;

const TONES: Record<Stage, Tone> = {
  investigating: 'danger',
  identified: 'warning',
  monitoring: 'primary',
  resolved: 'success',
};

export function StageBadge({ stage }: { stage: Stage }) {
  const { t } = useWords();
  return (
    <Badge $tone={TONES[stage]} data-test-id="incident-stage">
      <Dot aria-hidden />
      {t(`stage.${stage}`)}
    </Badge>
  );
}
