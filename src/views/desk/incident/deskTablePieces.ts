import { getColor } from '@zendeskgarden/react-theming';
import styled, { css } from 'styled-components';
import {
  HEAD_HEIGHT,
  headLook,
  lineLook,
  ROW_HEIGHT,
  Scroller as TableScroller,
} from '../../modal/reports/tablePieces.ts';
import { WIDE_ONLY } from '../shapes.tsx';

// What is above and below the list on the page, so that the list ends with the screen.
const ABOUT = 440;

export const Scroller = styled(TableScroller)`
  height: max(${HEAD_HEIGHT + 6 * ROW_HEIGHT}px, calc(100vh - ${ABOUT}px));
`;

const columns = css`
  display: grid;
  grid-template-columns: 20px minmax(0, 1.6fr) minmax(0, 1fr) 88px 96px 96px 168px;
  align-items: center;
  box-sizing: border-box;
  column-gap: ${({ theme }) => theme.space.sm};
  padding-inline: ${({ theme }) => theme.space.sm};
  & > [data-is='wide'] { display: block; }
  @media (max-width: 1359px) {
    grid-template-columns: 20px minmax(0, 1.6fr) minmax(0, 1fr) 88px 168px;
    & > [data-is='wide'] { display: none; }
  }
  @media ${WIDE_ONLY} {
    grid-template-columns: 20px minmax(0, 1fr) 168px;
    & > [data-is='middle'] { display: none; }
  }
`;

export const Head = styled.div`
  ${columns}
  ${headLook}
`;

export const Line = styled.div`
  ${columns}
  ${lineLook}
  cursor: default;
  &[aria-selected='true'] { background: ${({ theme }) => getColor({ theme, light: { hue: 'primaryHue', shade: 100 }, dark: { hue: 'primaryHue', shade: 900 } })}; }
`;

export const Cell = styled.div`
  min-width: 0;
`;

/** Says again what the row's own state says. */
export const Tick = styled.input`
  display: block;
  margin: 0;
  width: 16px;
  height: 16px;
  accent-color: ${({ theme }) => getColor({ theme, variable: 'background.primaryEmphasis' })};
  pointer-events: none;
`;
