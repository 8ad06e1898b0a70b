import { getColor } from '@zendeskgarden/react-theming';
import DOMPurify from 'dompurify';
import styled from 'styled-components';

const Sheet = styled.div`
  padding: ${({ theme }) => theme.space.sm};
  border: ${({ theme }) => `${theme.borders.sm} ${getColor({ theme, variable: 'border.default' })}`};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  background: ${({ theme }) => getColor({ theme, variable: 'background.subtle' })};
  max-height: 360px;
  overflow-y: auto;
  & p + p { margin-block-start: ${({ theme }) => theme.space.xs}; }
`;

/** A reply as its reader sees it; what could act in it is taken out. */
export function ReplyPaper(props: { html: string; language: string; label: string; testId: string }) {
  const { html, language, label, testId } = props;
  return (
    <Sheet
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
