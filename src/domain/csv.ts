export type Cell = string | number;

/** Tells Excel that a file is UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

/**
 * Rows as RFC 4180 has them (https://www.rfc-editor.org/rfc/rfc4180). Texts are customers' own: one that a spreadsheet
 * would take for a formula gets an apostrophe before it, which spreadsheets take for "this is text".
 */
export function toCsv(rows: readonly (readonly Cell[])[], separator: ',' | '\t' = ','): string {
  return rows.map((cells) => `${cells.map((cell) => toField(cell, separator)).join(separator)}\r\n`).join('');
}

function toField(cell: Cell, separator: string): string {
  if (typeof cell === 'number') return String(cell);
  const text = disarm(cell);
  return /["\r\n;|\t]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
}

// https://owasp.org/www-community/attacks/CSV_Injection. A spreadsheet set to another separator cuts a text at that sign,
// quoted or not, and reads what follows as a cell of its own.
const FORMULA = /(^|[,;|\t\r\n])([\s"']*)(?=[=+\-@＝＋－＠])/g;

function disarm(text: string): string {
  return text.replace(FORMULA, "$1$2'");
}
