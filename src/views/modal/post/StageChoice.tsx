import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import { STAGES, type Stage } from '../../../domain/stage.ts';
import { useWords } from '../../phrases.tsx';
import { FieldName } from './shapes.tsx';

const Group = styled.fieldset`
  display: grid;
  gap: ${({ theme }) => theme.space.xs};
  min-width: 0;
  margin: 0;
  padding: 0;
  border: 0;
`;

// Four stages beside each other need this much in the longest of our languages.
const NARROW = '500px';

const Segments = styled.div<{ $count: number }>`
  display: grid;
  grid-template-columns: repeat(${({ $count }) => $count}, minmax(0, 1fr));
  overflow: hidden;
  border: ${({ theme }) => `${theme.borders.sm} ${getColor({ theme, variable: 'border.emphasis' })}`};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  @media (max-width: ${NARROW}) {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
`;

const Segment = styled.label`
  position: relative;
  padding: ${({ theme }) => `${theme.space.xs} ${theme.space.xxs}`};
  text-align: center;
  cursor: pointer;
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
  & + & { border-inline-start: ${({ theme }) => `${theme.borders.sm} ${getColor({ theme, variable: 'border.default' })}`}; }
  &:has(:checked) {
    font-weight: ${({ theme }) => theme.fontWeights.semibold};
    color: ${({ theme }) => getColor({ theme, hue: 'primaryHue', light: { shade: 800 }, dark: { shade: 400 } })};
    background: ${({ theme }) => getColor({ theme, hue: 'primaryHue', light: { shade: 100 }, dark: { shade: 1000 } })};
  }
  &:has(:focus-visible) {
    outline: 2px solid ${({ theme }) => getColor({ theme, variable: 'border.primaryEmphasis' })};
    outline-offset: -2px;
  }
  & input { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: pointer; }
`;

/** How far the incident has come; it may go back. */
export function StageChoice(props: {
  value: Stage;
  onChange: (stage: Stage) => void;
  /** All of them unless said. */
  stages?: readonly Stage[];
}) {
  const { value, onChange, stages = STAGES } = props;
  const { t } = useWords();
  return (
    <Group>
      <FieldName as="legend">{t('post.stage')}</FieldName>
      <Segments $count={stages.length}>
        {stages.map((stage) => (
          <Segment key={stage} data-test-id={`stage-${stage}`}>
            <input
              type="radio"
              name="stage"
              value={stage}
              checked={stage === value}
              onChange={() => onChange(stage)}
            />
            {t(`stage.${stage}`)}
          </Segment>
        ))}
      </Segments>
    </Group>
  );
}
