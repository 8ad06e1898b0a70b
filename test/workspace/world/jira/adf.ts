/** A node of an Atlassian document. https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/ */
export interface AdfNode {
  type: string;
  text?: string;
  content?: AdfNode[];
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  attrs?: Record<string, unknown>;
  version?: number;
}

const INLINE = ['text', 'hardBreak', 'mention', 'emoji', 'date', 'status', 'inlineCard'];
const BLOCKS = ['paragraph', 'heading', 'bulletList', 'orderedList', 'codeBlock', 'rule', 'mediaSingle'];
const SECTIONS = [...BLOCKS, 'blockquote', 'panel', 'expand', 'table'];
const LEAF: string[] = [];

/** What each node may hold. Anything else is refused, as Jira does without saying where. */
const HOLDS: Record<string, readonly string[]> = {
  doc: SECTIONS,
  paragraph: INLINE,
  heading: INLINE,
  bulletList: ['listItem'],
  orderedList: ['listItem'],
  listItem: BLOCKS,
  codeBlock: ['text'],
  blockquote: BLOCKS,
  panel: BLOCKS,
  expand: BLOCKS,
  table: ['tableRow'],
  tableRow: ['tableHeader', 'tableCell'],
  tableHeader: BLOCKS,
  tableCell: BLOCKS,
  mediaSingle: ['media'],
  ...Object.fromEntries([...INLINE, 'rule', 'media'].map((name) => [name, LEAF])),
};

const MARKS = ['link', 'strong', 'em', 'code', 'strike', 'underline', 'textColor', 'subsup'];

export function isDocument(value: unknown): value is AdfNode {
  const node = value as AdfNode | null;
  return (
    typeof value === 'object' && node?.type === 'doc' && node.version === 1 && Array.isArray(node.content)
  );
}

/** Whether Jira takes the document: known nodes in their places, and no empty text. */
export function isSound(node: AdfNode): boolean {
  const allowed = HOLDS[node.type];
  if (!allowed) return false;
  if (node.type === 'text' && (typeof node.text !== 'string' || node.text === '')) return false;
  if (node.type === 'heading' && !(Number(node.attrs?.level) >= 1 && Number(node.attrs?.level) <= 6))
    return false;
  if (!(node.marks ?? []).every(isMark)) return false;
  return (node.content ?? []).every((child) => allowed.includes(child?.type) && isSound(child));
}

const isMark = ({ type, attrs }: { type: string; attrs?: Record<string, unknown> }) =>
  MARKS.includes(type) && (type !== 'link' || typeof attrs?.href === 'string');

/** A document of paragraphs: a blank line parts them, a line's end breaks them. */
export function adfOfText(text: string): AdfNode {
  const paragraphs = text.split(/\n{2,}/).filter((part) => part !== '');
  return {
    type: 'doc',
    version: 1,
    content: paragraphs.map((part) => ({
      type: 'paragraph',
      content: part
        .split('\n')
        .flatMap((line, index): AdfNode[] => [
          ...(index ? [{ type: 'hardBreak' }] : []),
          ...(line ? [{ type: 'text', text: line }] : []),
        ]),
    })),
  };
}

const CONTAINERS = new Set(['bulletList', 'orderedList', 'listItem', 'blockquote', 'panel', 'table']);

/** The words of a document, with a blank line between its paragraphs. */
export function textOfAdf(node: AdfNode | null): string {
  if (!node) return '';
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  if (node.type === 'inlineCard') return String(node.attrs?.url ?? '');
  if (node.type === 'mention' || node.type === 'emoji' || node.type === 'status')
    return String(node.attrs?.text ?? '');
  const parts = (node.content ?? []).map(textOfAdf);
  if (node.type === 'doc') return parts.join('\n\n');
  return parts.join(CONTAINERS.has(node.type) ? '\n' : '');
}
