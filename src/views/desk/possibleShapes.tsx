import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';

export const Cards = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.space.sm};
  min-width: 0;
`;

/** Loud enough to be seen before the list below it: something has begun that nobody has declared. */
export const Card = styled.article`
  display: grid;
  gap: ${({ theme }) => theme.space.sm};
  padding: ${({ theme }) => `${theme.space.sm} ${theme.space.md}`};
  border: ${({ theme }) => `${theme.borders.sm} ${getColor({ theme, variable: 'border.warning' })}`};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  background: ${({ theme }) => getColor({ theme, variable: 'background.warning' })};
`;

export const Head = styled.header`
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  justify-content: space-between;
  gap: ${({ theme }) => `${theme.space.xxs} ${theme.space.md}`};
`;

export const Lines = styled.ul`
  display: grid;
  gap: ${({ theme }) => theme.space.xxs};
`;

export const Line = styled.li`
  display: flex;
  align-items: baseline;
  gap: ${({ theme }) => theme.space.sm};
  min-width: 0;
  & > :first-child { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  & > :last-child { flex: none; }
`;
