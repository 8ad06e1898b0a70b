import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import { Buttons, Small } from '../../pieces.tsx';

// The few shapes of the form that no other screen has. Colours and sizes are Garden's.

const WIDE = '720px';

export const Head = styled.header`
  padding: ${({ theme }) => `${theme.space.base * 4}px`};
  border-block-end: ${({ theme }) => `${theme.borders.sm} ${getColor({ theme, variable: 'border.subtle' })}`};
  & h1 { font-size: ${({ theme }) => theme.fontSizes.lg} !important; line-height: ${({ theme }) => theme.lineHeights.lg}; }
  & h1 span { font-weight: ${({ theme }) => theme.fontWeights.regular}; }
  & h1:focus-visible { outline: none !important; }
`;

/** What is written on the left, what customers read of it on the right; below each other where there is no room. */
export const Columns = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.space.lg};
  padding: ${({ theme }) => `${theme.space.base * 4}px`};
  @media (min-width: ${WIDE}) {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  }
`;

export const Column = styled.div`
  display: grid;
  align-content: start;
  gap: ${({ theme }) => `${theme.space.base * 4}px`};
  min-width: 0;
`;

/** What belongs together more closely than fields do: a name and its choices. */
export const Close = styled.div`
  display: grid;
  align-content: start;
  gap: ${({ theme }) => theme.space.xs};
  min-width: 0;
`;

/** Stays in sight while the form scrolls. */
export const Foot = styled.footer`
  position: sticky;
  z-index: 1;
  inset-block-end: 0;
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: flex-end;
  gap: ${({ theme }) => theme.space.sm};
  padding: ${({ theme }) => `${theme.space.sm} ${theme.space.base * 4}px`};
  border-block-start: ${({ theme }) => `${theme.borders.sm} ${getColor({ theme, variable: 'border.subtle' })}`};
  background: ${({ theme }) => getColor({ theme, variable: 'background.default' })};
  & > p { flex: 1 1 auto; }
`;

/** The name of a group of fields, as Garden's fields have theirs. */
export const FieldName = styled.span`
  padding: 0;
  legend& { margin-block-end: ${({ theme }) => theme.space.xs}; }
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  line-height: ${({ theme }) => theme.lineHeights.md};
`;

/** Fields beside each other. */
export const Pair = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.space.sm};
  grid-template-columns: repeat(auto-fit, minmax(min(100%, ${({ theme }) => theme.space.base * 40}px), 1fr));
`;

/** Beside a field's name. */
export const Aside = styled(Small)`
  font-weight: ${({ theme }) => theme.fontWeights.regular};
`;

/** Beneath a field. */
export const Beneath = styled.div`
  margin-block-start: ${({ theme }) => theme.space.xs};
`;

/** Quick ways to fill a field. */
export const Choices = styled(Buttons)`
  margin-block-start: ${({ theme }) => theme.space.xs};
  column-gap: ${({ theme }) => theme.space.sm};
`;

/** Garden writes every time in the color of a placeholder; one that is set is not to look as if it were missing. */
export const TimeOfDay = styled.div`
  & input:not([value=''])::-webkit-datetime-edit { color: inherit; }
`;
