import { getColor } from '@zendeskgarden/react-theming';
import DOMPurify from 'dompurify';
import type { ReactNode } from 'react';
import styled from 'styled-components';

const TALL = 320;

const Sheet = styled.div<{ $isTall: boolean }>`
  box-sizing: border-box;
  padding: ${({ theme }) => theme.space.sm};
  border: ${({ theme }) => `${theme.borders.sm} ${getColor({ theme, variable: 'border.default' })}`};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  background: ${({ theme }) => getColor({ theme, variable: 'background.subtle' })};
  ${({ $isTall }) => ($isTall ? `height: ${TALL}px` : 'max-height: 360px')};
  overflow-y: auto;
  & p + p { margin-block-start: ${({ theme }) => theme.space.xs}; }
`;

/** A reply as its reader sees it; what could act in it is taken out. */
export function ReplyPaper(props: {
  html: string;
  language: string;
  label: string;
  testId: string;
  /** Always of the same height, so that nothing jumps from one reply to the next. */
  isTall?: boolean;
}) {
  const { html, language, label, testId, isTall = false } = props;
  return (
    <Sheet
      $isTall={isTall}
      lang={language}
      dir="auto"
      tabIndex={0}
      role="group"
      aria-label={label}
      data-test-id={testId}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a macro may hold HTML; what could act in it is taken out
      dangerouslySetInnerHTML={{
        __html: DOMPurify.sanitize(html, { FORBID_TAGS: ['style', 'form', 'img'] }),
      }}
    />
  );
}

/** A sheet of the same height before there is a reply on it, or in its place. */
export function BlankPaper({ isBusy = false, children }: { isBusy?: boolean; children?: ReactNode }) {
  return (
    <Sheet $isTall aria-busy={isBusy} data-test-id="blank-paper">
      {children}
    </Sheet>
  );
}
