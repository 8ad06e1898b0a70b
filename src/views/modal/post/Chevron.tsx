import styled from 'styled-components';

const Svg = styled.svg<{ $isForward: boolean }>`
  width: ${({ theme }) => theme.iconSizes.sm};
  height: ${({ theme }) => theme.iconSizes.sm};
  transform: ${({ theme, $isForward }) => ($isForward !== (theme.rtl ?? false) ? 'none' : 'scaleX(-1)')};
`;

/** Points where reading goes on, or to where it came from. */
export function Chevron({ isForward = false }: { isForward?: boolean }) {
  return (
    <Svg $isForward={isForward} viewBox="0 0 12 12" fill="none" stroke="currentColor" aria-hidden>
      <path d="M4 2.5 7.5 6 4 9.5" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
    </Svg>
  );
}
