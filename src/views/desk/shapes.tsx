import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';

// The few shapes that the desk is made of, beside those of the sidebar. Colours and sizes are Garden's.

export const Page = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.space.md};
  align-content: start;
  max-width: ${({ theme }) => `${theme.space.base * 450}px`};
  padding: ${({ theme }) => `${theme.space.md} ${theme.space.lg}`};
`;

export const Stack = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.space.sm};
  min-width: 0;
`;

/** A table that is read as one: figures at the end, names at the start, hairlines between rows. */
export const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  font-variant-numeric: tabular-nums;
  & th, & td {
    padding: ${({ theme }) => `${theme.space.xs} ${theme.space.sm}`};
    text-align: start;
    vertical-align: top;
    border-block-end: ${({ theme }) => `${theme.borders.sm} ${getColor({ theme, variable: 'border.subtle' })}`};
  }
  & thead th {
    font-size: ${({ theme }) => theme.fontSizes.sm};
    font-weight: ${({ theme }) => theme.fontWeights.semibold};
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
    background: ${({ theme }) => getColor({ theme, variable: 'background.subtle' })};
    vertical-align: bottom;
  }
  & tbody th { font-weight: ${({ theme }) => theme.fontWeights.regular}; }
`;

/** What shows only where there is room. */
export const WIDE_ONLY = '(max-width: 1023px)';

/** A table of a name and figures. */
export const Figures = styled(Table)`
  & th:not(:first-child), & td { text-align: end; }
`;
