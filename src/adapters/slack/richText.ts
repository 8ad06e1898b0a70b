import type { ChatMessage, ChatPart, ChatSpan } from '../../domain/chatText.ts';
import { cut, escapeForSlack } from '../../domain/cut.ts';

/**
 * A message as one block of rich text, whose text elements are never read for mentions, links or marks: what people wrote
 * stands there as they wrote it. https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
 */
export function toBlocks({ parts }: ChatMessage) {
  return [
    {
      type: 'rich_text',
      elements: parts.map((part) => ({
        type: part.isQuote ? 'rich_text_quote' : 'rich_text_section',
        elements: toElements(part),
      })),
    },
  ];
}

function toElements({ lines }: ChatPart) {
  return lines
    .flatMap((line, index) => (index > 0 ? [{ text: '\n' }, ...line] : line))
    .filter(({ text }) => text !== '') // Slack refuses an empty element
    .map(toElement);
}

function toElement({ text, href, isStrong }: ChatSpan) {
  const style = isStrong ? { style: { bold: true } } : {};
  return href && /^https:\/\/[^\s<>|"]+$/.test(href)
    ? { type: 'link', url: href, text, ...style }
    : { type: 'text', text, ...style };
}

// `chat.update` takes 4,000 signs: https://docs.slack.dev/reference/methods/chat.update
const LONGEST_FALLBACK = 3_900;

/** The same as plain text: for notifications, and for screen readers, which do not read blocks. */
export function toFallback({ summary, parts }: ChatMessage): string {
  const lines = parts.flatMap((part) => part.lines.map((line) => line.map(({ text }) => text).join('')));
  return escapeForSlack(cut([summary, ...lines].join('\n'), LONGEST_FALLBACK));
}
