import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import { Small } from './pieces.tsx';

const Mark = styled.mark`
  padding: 0 ${({ theme }) => theme.space.xxs};
  border-radius: ${({ theme }) => theme.borderRadii.sm};
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.warningEmphasis' })};
  background: ${({ theme }) => getColor({ theme, light: { hue: 'warningHue', shade: 200 }, dark: { hue: 'warningHue', shade: 900 } })};
`;

/** The words by which texts were found to say the same; `label` says whose they are. */
export function SharedWords({ label, words }: { label: string; words: readonly string[] }) {
  return (
    <Small as="span">
      {label}{' '}
      {words.map((word) => (
        <span key={word}>
          <Mark dir="auto">{word}</Mark>{' '}
        </span>
      ))}
    </Small>
  );
}
