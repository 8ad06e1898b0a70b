/** How long a text is once Slack's three signs are spelled out: nobody says which of the two lengths its limits mean. */
const spelled = (sign: string) => (sign === '&' ? 5 : sign === '<' || sign === '>' ? 4 : sign.length);

/** The text, shortened with an ellipsis so that it stays within `most` also when `&`, `<` and `>` are escaped. */
export function cut(text: string, most: number): string {
  let length = 0;
  let end = 0; // of what would still leave room for the ellipsis
  let at = 0;
  for (const sign of text) {
    length += spelled(sign);
    at += sign.length;
    if (length <= most - 1) end = at;
    if (length > most) return `${text.slice(0, end).trimEnd()}…`;
  }
  return text;
}

/** Slack's own escapes: with them no text calls anybody or becomes a link. https://docs.slack.dev/messaging/formatting-message-text */
export function escapeForSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
