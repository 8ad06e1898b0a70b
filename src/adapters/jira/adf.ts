import type { IssueLine, IssueText } from '../../domain/issue.ts';
import { tidy } from './texts.ts';

/**
 * A document as Jira Cloud has it: what people wrote stands in text nodes, which are never parsed.
 * https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export interface Document {
  readonly type: 'doc';
  readonly version: 1;
  readonly content: readonly Paragraph[];
}
interface Paragraph {
  readonly type: 'paragraph';
  readonly content: readonly Inline[];
}
type Inline =
  | { readonly type: 'hardBreak' }
  | { readonly type: 'text'; readonly text: string; readonly marks?: readonly Mark[] };
type Mark =
  | { readonly type: 'strong' }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } };

export function toDocument(text: IssueText): Document {
  const content = tidy(text).map((lines): Paragraph => ({ type: 'paragraph', content: joined(lines) }));
  return {
    type: 'doc',
    version: 1,
    content: content.length > 0 ? content : [{ type: 'paragraph', content: [] }],
  };
}

function joined(lines: readonly IssueLine[]): Inline[] {
  return lines.flatMap((line, i) =>
    i > 0 ? [{ type: 'hardBreak' } as const, toNode(line)] : [toNode(line)],
  );
}

function toNode({ text, href, isStrong }: IssueLine): Inline {
  const marks: Mark[] = [
    ...(isStrong ? [{ type: 'strong' } as const] : []),
    ...(href ? [{ type: 'link', attrs: { href } } as const] : []),
  ];
  return { type: 'text', text, ...(marks.length > 0 && { marks }) };
}
