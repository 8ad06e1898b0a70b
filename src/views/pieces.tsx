import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';

// The few shapes that the screens are made of. Colours and sizes are Garden's.

export const Panel = styled.main`
  box-sizing: border-box;
  min-width: 0;
  overflow-wrap: anywhere;
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.default' })};
  background: ${({ theme }) => getColor({ theme, variable: 'background.default' })};
  font-family: ${({ theme }) => theme.fonts.system};
  font-size: ${({ theme }) => theme.fontSizes.md};
  line-height: ${({ theme }) => theme.lineHeights.md};
  & h1, & h2, & p, & ul, & ol, & dl, & dd { margin: 0; padding: 0; font-size: inherit; }
  & ul { list-style: none; }
  & :focus-visible:not(button) { outline: 2px solid ${({ theme }) => getColor({ theme, variable: 'border.primaryEmphasis' })}; outline-offset: 2px; }
`;

export const Section = styled.section`
  display: grid;
  gap: ${({ theme }) => theme.space.xs};
  padding: ${({ theme }) => `${theme.space.base * 4}px`};
  border-block-end: ${({ theme }) => `${theme.borders.sm} ${getColor({ theme, variable: 'border.subtle' })}`};
`;

export const Row = styled.div`
  display: flex;
  align-items: baseline;
  justify-content: space-between;
  gap: ${({ theme }) => `${theme.space.xxs} ${theme.space.xs}`};
  min-width: 0;
  & > * { min-width: 0; }
  & > :last-child:not(:first-child) { flex-shrink: 0; max-width: 60%; text-align: end; }
`;

/** Choices that belong together. */
export const Buttons = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => theme.space.xs};
`;

/** A section's name. */
export const Label = styled.h2`
  font-size: ${({ theme }) => theme.fontSizes.sm} !important;
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  line-height: ${({ theme }) => theme.lineHeights.sm};
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
`;

/** Ages, owners, reasons: there when looked for. */
export const Small = styled.p`
  font-size: ${({ theme }) => theme.fontSizes.sm} !important;
  line-height: ${({ theme }) => theme.lineHeights.sm};
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
  font-variant-numeric: tabular-nums;
`;

/** What belongs together on one line: a line breaks between facts, never within one. */
export const Fact = styled.span`
  white-space: nowrap;
`;

export const Title = styled.h1`
  font-size: ${({ theme }) => theme.fontSizes.md} !important;
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  display: -webkit-box;
  overflow: hidden;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 3;
  line-clamp: 3;
  /* A title stands where its neighbors do, also when it is written the other way round. */
  text-align: -webkit-match-parent;
  text-align: match-parent;
  &:focus { outline: none; }
`;

export const Big = styled.p<{ $isLate?: boolean }>`
  font-size: ${({ theme }) => theme.fontSizes.lg} !important;
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  line-height: ${({ theme }) => theme.lineHeights.lg};
  font-variant-numeric: tabular-nums;
  color: ${({ theme, $isLate }) => getColor({ theme, variable: $isLate ? 'foreground.danger' : 'foreground.default' })};
`;

// The shades at the edges stay put while covers of the background's color move with the text: what is left to see shows.
export const Quote = styled.blockquote`
  margin: 0;
  max-height: 200px;
  overflow-y: auto;
  background: ${({ theme }) => shades(getColor({ theme, variable: 'background.default' }), getColor({ theme, variable: 'border.default' }))};
  white-space: pre-line;
  padding-inline-start: ${({ theme }) => theme.space.sm};
  border-inline-start: ${({ theme }) => `${theme.borders.md} ${getColor({ theme, variable: 'border.default' })}`};
`;

/** Words for those who listen to the page. */
export const OnlyHeard = styled.span`
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
`;

function shades(cover: string, shade: string): string {
  return [
    `linear-gradient(${cover} 40%, transparent) top / 100% 24px no-repeat local`,
    `linear-gradient(transparent, ${cover} 60%) bottom / 100% 24px no-repeat local`,
    `linear-gradient(${shade}, transparent) top / 100% 8px no-repeat`,
    `linear-gradient(transparent, ${shade}) bottom / 100% 8px no-repeat`,
  ].join();
}
