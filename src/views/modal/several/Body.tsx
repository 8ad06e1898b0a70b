import styled from 'styled-components';

/** What stands between the head of such a modal and its foot. */
export const Body = styled.div`
  display: grid;
  gap: ${({ theme }) => `${theme.space.base * 4}px`};
  min-height: ${({ theme }) => `${theme.space.base * 50}px`};
  align-content: start;
  padding: ${({ theme }) => `${theme.space.base * 4}px`};
`;
