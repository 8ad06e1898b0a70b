import { Button } from '@zendeskgarden/react-buttons';
import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import { useWords } from '../phrases.tsx';
import { Big, Label, OnlyHeard, Quote, Row, Section, Small, Title } from '../pieces.tsx';

// As tall as the letters that come in its place.
const Bar = styled.span<{ $width: string }>`
  display: inline-block;
  width: ${({ $width }) => $width};
  height: 1em;
  vertical-align: middle;
  border-radius: ${({ theme }) => theme.borderRadii.md};
  background: ${({ theme }) => getColor({ theme, variable: 'background.recessed' })};
`;

/** In place of one section. */
export function Waiting() {
  return (
    <Section aria-busy="true">
      <Small>
        <Bar $width="40%" />
      </Small>
      <Bar $width="100%" />
    </Section>
  );
}

/** Made of what comes in its place, so that nothing jumps. */
export function Loading() {
  const { t } = useWords();
  return (
    <div aria-busy="true" role="status">
      <OnlyHeard>{t('loading')}</OnlyHeard>
      <div aria-hidden>
        <Section>
          <Row>
            <Bar $width="30%" />
            <Small>
              <Bar $width="100px" />
            </Small>
          </Row>
          <Title as="div">
            <Bar $width="85%" />
          </Title>
          <Quote as="div">
            <Bar $width="100%" />
            <br />
            <Bar $width="60%" />
          </Quote>
        </Section>
        <Section>
          <Row>
            <Label as="div">
              <Bar $width="120px" />
            </Label>
            <Small>
              <Bar $width="60px" />
            </Small>
          </Row>
          <Big as="div">
            <Bar $width="100px" />
          </Big>
        </Section>
        <Section>
          <Label as="div">
            <Bar $width="50%" />
          </Label>
          <div>
            <Bar $width="60%" />
          </div>
          <Button isPrimary isStretched disabled />
        </Section>
      </div>
    </div>
  );
}
