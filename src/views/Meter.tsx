import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';

const Track = styled.div`
  display: flex;
  height: ${({ theme }) => `${theme.space.base * 1.5}px`};
  overflow: hidden;
  border-radius: ${({ theme }) => theme.borderRadii.md};
  background: ${({ theme }) => getColor({ theme, variable: 'background.recessed' })};
`;
const Told = styled.div`
  background: ${({ theme }) => getColor({ theme, variable: 'background.successEmphasis' })};
`;
const Cannot = styled.div`
  background: ${({ theme }) => getColor({ theme, hue: 'warningHue', light: { shade: 500 }, dark: { shade: 500 } })};
`;

/** How much of a whole was told, and how much can't be. It repeats what the words beside it say. */
export function Meter(props: { told?: number; cannot?: number; total?: number; isBusy?: boolean }) {
  const { told = 0, cannot = 0, total = 0, isBusy = false } = props;
  const share = (count: number) => ({ width: `${(100 * count) / Math.max(1, total)}%` });
  return (
    <Track aria-hidden={!isBusy} aria-busy={isBusy}>
      <Told style={share(told)} />
      <Cannot style={share(cannot)} />
    </Track>
  );
}

/** A figure beside a meter. */
export const Count = styled.strong`
  font-variant-numeric: tabular-nums;
`;
