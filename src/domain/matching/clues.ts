/** Something exact that a text holds: as it is compared, and as it was written. */
export type Clue = readonly [term: string, written: string];

// An address, or the name of a host or an event: https://api.acme.test/v2/orders, order.created
const LINK = /\b(?:https?:\/\/)?((?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,})(\/[\w\-./]*)?/gi;
// /v2/orders, v2/orders, /account/billing
const PATH = /(?<![\w.:/])(\/[a-z][\w-]*(?:\/[\w-]+)*|[a-z][a-z-]*\d[\w-]*(?:\/[\w-]+)+)/gi;
// PAY-4017, pay 4017, ERR_RESET, E1234; also "order 55812", which no other customer writes.
const CODE = /\b(?:([A-Z]{2,})_([A-Z0-9_]{2,})|([a-z]{1,6})[-_ ]?(\d{3,6}))\b/gi;
// https://developer.mozilla.org/docs/Web/HTTP/Status
const STATUS = /(?<![\d.,#-])([45]\d\d)s?(?![\d.,]*\d)\b/g;
const VERSION = /\bv?(\d{1,3}(?:\.\d{1,3}){1,2})\b(?!\.\d)/g;

/** Links, hosts, paths, error codes, answers of HTTP and versions: who shares one very likely means the same. */
export function cluesIn(text: string): Clue[] {
  const found: Clue[] = [];
  if (/\w\.[a-z]/i.test(text)) found.push(...linksIn(text));
  if (text.includes('/')) found.push(...pathsIn(text));
  if (/\d|_/.test(text)) found.push(...codesIn(text));
  return found;
}

function linksIn(text: string): Clue[] {
  const found: Clue[] = [];
  for (const [written, host = '', path = ''] of text.matchAll(LINK)) {
    found.push([`#${host.toLowerCase()}`, host]);
    const place = pathOf(path);
    if (place) found.push([`#${place}`, path || written]);
  }
  return found;
}

function pathsIn(text: string): Clue[] {
  return Array.from(text.matchAll(PATH)).flatMap(([, path = '']): Clue[] => {
    const place = pathOf(path);
    return place ? [[`#${place}`, path]] : [];
  });
}

function codesIn(text: string): Clue[] {
  const found: Clue[] = [];
  for (const [written, head = '', tail = '', letters = '', digits = ''] of text.matchAll(CODE)) {
    if (head) found.push([`#${head}_${tail}`.toLowerCase(), written]);
    // "error 503" is a status, "in 2024" a year.
    else if (!isStatus(digits) && !isYear(digits))
      found.push([`#${letters}${digits}`.toLowerCase(), written]);
  }
  for (const [, status = ''] of text.matchAll(STATUS)) found.push([`#${status}`, status]);
  for (const [, version = ''] of text.matchAll(VERSION)) found.push([`#${version}`, version]);
  return found;
}

const isYear = (digits: string) => /^(?:19|20)\d\d$/.test(digits);
const isStatus = (digits: string) => /^[45]\d\d$/.test(digits);

function pathOf(path: string): string {
  const place = path.toLowerCase().replace(/^\/+|[/.]+$/g, '');
  return place.length > 2 ? place : '';
}
