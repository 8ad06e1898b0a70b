import { getColor } from '@zendeskgarden/react-theming';
import styled, { css } from 'styled-components';

// Garden's table brings 20 kB and rows of their own height; thousands of rows need a height that is known beforehand.
const BASE = 4; // theme.space.base
export const ROW_HEIGHT = BASE * 14;
export const HEAD_HEIGHT = BASE * 9;
const ROWS_IN_SIGHT = 6;
export const TABLE_HEIGHT = HEAD_HEIGHT + ROW_HEIGHT * ROWS_IN_SIGHT;

export const Scroller = styled.div`
  position: relative;
  height: ${TABLE_HEIGHT}px;
  overflow-y: scroll;
  overflow-x: hidden;
  contain: strict;
  border: ${({ theme }) => `${theme.borders.sm} ${getColor({ theme, variable: 'border.subtle' })}`};
  border-radius: ${({ theme }) => theme.borderRadii.md};
`;

const columns = css`
  display: grid;
  grid-template-columns: minmax(0, 1fr) 96px 112px 80px 104px 168px;
  align-items: center;
  box-sizing: border-box;
  column-gap: ${({ theme }) => theme.space.sm};
  padding-inline: ${({ theme }) => theme.space.sm};
  @media (max-width: ${({ theme }) => theme.breakpoints.md}) {
    grid-template-columns: minmax(0, 1fr) 104px 144px;
  }
  @media (max-width: ${({ theme }) => theme.breakpoints.sm}) {
    grid-template-columns: minmax(0, 1fr) 128px;
  }
`;

export const HeadGroup = styled.div`
  position: sticky;
  top: 0;
  z-index: 1;
`;

/** How the names of the columns look, in this table and in the desk's. */
export const headLook = css`
  height: ${HEAD_HEIGHT}px;
  font-size: ${({ theme }) => theme.fontSizes.sm};
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
  background: ${({ theme }) => getColor({ theme, variable: 'background.subtle' })};
  border-block-end: ${({ theme }) => `${theme.borders.sm} ${getColor({ theme, variable: 'border.subtle' })}`};
`;

export const Head = styled.div`
  ${columns}
  ${headLook}
`;

/** Where a row stands and how it looks, in this table and in the desk's. */
export const lineLook = css`
  position: absolute;
  inset-block-start: 0;
  inset-inline: 0;
  height: ${ROW_HEIGHT}px;
  contain: strict;
  border-block-end: ${({ theme }) => `${theme.borders.sm} ${getColor({ theme, variable: 'border.subtle' })}`};
  &:hover { background: ${({ theme }) => getColor({ theme, variable: 'background.subtle' })}; }
  [role='grid']:focus-visible &[data-active] {
    box-shadow: inset 3px 0 ${({ theme }) => getColor({ theme, variable: 'border.primaryEmphasis' })};
  }
  [dir='rtl'] [role='grid']:focus-visible &[data-active] {
    box-shadow: inset -3px 0 ${({ theme }) => getColor({ theme, variable: 'border.primaryEmphasis' })};
  }
`;

export const Body = styled.div`
  position: relative;
`;

export const Line = styled.div`
  ${columns}
  ${lineLook}
  [role='grid']:focus-visible &[data-active] {
    background: ${({ theme }) => getColor({ theme, variable: 'background.recessed' })};
  }
`;

/** `wide` columns give way first, then `middle` ones; the file has them all. */
export const Cell = styled.div<{ $is?: 'customer' | 'wide' | 'middle' | undefined }>`
  min-width: 0;
  @media (max-width: ${({ theme }) => theme.breakpoints.md}) {
    ${({ $is }) => $is === 'wide' && 'display: none;'}
  }
  @media (max-width: ${({ theme }) => theme.breakpoints.sm}) {
    ${({ $is }) => $is === 'middle' && 'display: none;'}
  }
`;

const oneLine = css`
  display: block;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
`;

export const Strong = styled.span<{ $isPlain?: boolean }>`
  ${oneLine}
  font-weight: ${({ theme, $isPlain }) => ($isPlain ? theme.fontWeights.regular : theme.fontWeights.semibold)};
  font-variant-numeric: tabular-nums;
`;

export const Under = styled.span`
  ${oneLine}
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: ${({ theme }) => theme.lineHeights.sm};
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
`;
