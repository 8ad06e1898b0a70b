import { getColor } from '@zendeskgarden/react-theming';
import type { ReactNode } from 'react';
import styled from 'styled-components';

export type Weight = 'success' | 'warning' | 'danger';

const Box = styled.div<{ $weight: Weight }>`
  display: grid;
  gap: ${({ theme }) => theme.space.xs};
  padding: ${({ theme }) => `${theme.space.base * 3}px ${theme.space.base * 4}px`};
  border-block-end: ${({ theme }) => `${theme.borders.sm} ${getColor({ theme, variable: 'border.subtle' })}`};
  color: ${({ theme, $weight }) => getColor({ theme, variable: `foreground.${$weight}Emphasis` })};
  background: ${({ theme, $weight }) => getColor({ theme, variable: `background.${$weight}` })};
  section & {
    padding: ${({ theme }) => theme.space.sm};
    border-block-end: 0;
    border-radius: ${({ theme }) => theme.borderRadii.md};
  }
`;

/** Something an agent has to know now; heard at once when it is trouble, in its turn when it is not. */
export function Note({ weight, children }: { weight: Weight; children: ReactNode }) {
  return (
    <Box $weight={weight} role={weight === 'success' ? 'status' : 'alert'} data-test-id={`note-${weight}`}>
      {children}
    </Box>
  );
}
