import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import { useWords } from '../phrases.tsx';
import { OnlyHeard, Section } from '../pieces.tsx';

const Bar = styled.div<{ $width: string; $lines: number }>`
  width: ${({ $width }) => $width};
  height: ${({ theme, $lines }) => `calc(${theme.lineHeights.md} * ${$lines})`};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  background: ${({ theme }) => getColor({ theme, variable: 'background.recessed' })};
`;

/** In place of one section. */
export function Waiting() {
  return (
    <Section aria-busy="true">
      <Bar $width="100%" $lines={2} />
      <Bar $width="40%" $lines={1} />
    </Section>
  );
}

/** As tall as what comes in its place, so that nothing jumps. */
export function Loading() {
  const { t } = useWords();
  return (
    <div aria-busy="true" role="status">
      <OnlyHeard>{t('loading')}</OnlyHeard>
      <Section>
        <Bar $width="45%" $lines={1} />
        <Bar $width="85%" $lines={1} />
        <Bar $width="100%" $lines={3} />
      </Section>
      <Section>
        <Bar $width="60%" $lines={2} />
      </Section>
      <Waiting />
    </div>
  );
}
