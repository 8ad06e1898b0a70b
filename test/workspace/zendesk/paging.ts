import { Refusal } from '../world/refusal.ts';
import type { Request } from './route.ts';

// https://developer.zendesk.com/api-reference/introduction/pagination/
const MOST_PER_PAGE = 100;
const MOST_BY_OFFSET = 10_000;

export interface Page<T> {
  rows: T[];
  /** What the answer says about paging, beside the rows. */
  paging: Record<string, unknown>;
}

export interface List<T> {
  rows: readonly T[];
  keyOf(row: T): string;
  /** Where the rows after this key begin; found by looking for it unless the list knows better. */
  startAfter?(key: string): number;
}

/** One page: by cursor when `page[…]` is asked for, by offset otherwise. */
export function pageOf<T>(request: Request, list: List<T>): Page<T> {
  const isCursor = ['page[size]', 'page[after]', 'page[before]'].some((name) => request.query.has(name));
  return isCursor ? cursorPage(request, list) : offsetPage(request, list.rows);
}

function cursorPage<T>(request: Request, { rows, keyOf, startAfter }: List<T>): Page<T> {
  const size = sizeOf(request.query.get('page[size]'));
  const after = request.query.get('page[after]');
  const before = request.query.get('page[before]');
  const find = (key: string) => startAfter?.(key) ?? rows.findIndex((row) => keyOf(row) === key) + 1;
  let start = 0;
  let end = rows.length;
  if (after) start = find(fromCursor(after));
  if (before) {
    end = Math.max(0, find(fromCursor(before)) - 1);
    start = Math.max(0, end - size);
  }
  end = Math.min(end, start + size);
  const page = rows.slice(start, end);
  const [first, last] = [page[0], page.at(-1)];
  const hasMore = before ? start > 0 : end < rows.length;
  const beforeCursor = first === undefined ? null : toCursor(keyOf(first));
  const afterCursor = last === undefined ? null : toCursor(keyOf(last));
  const hasNext = end < rows.length && afterCursor;
  return {
    rows: page,
    paging: {
      meta: { has_more: hasMore, after_cursor: afterCursor, before_cursor: beforeCursor },
      links: {
        prev:
          start > 0 && beforeCursor
            ? linkTo(request, { 'page[before]': beforeCursor, 'page[after]': null })
            : null,
        next: hasNext ? linkTo(request, { 'page[after]': afterCursor, 'page[before]': null }) : null,
      },
    },
  };
}

export function offsetPage<T>(request: Request, rows: readonly T[], count = rows.length): Page<T> {
  const size = sizeOf(request.query.get('per_page'));
  const page = Math.max(1, Number(request.query.get('page') ?? 1) || 1);
  if ((page - 1) * size >= MOST_BY_OFFSET)
    throw new Refusal(
      400,
      'InvalidPaginationDepth',
      'Offset pagination ends at 10,000 records; use cursor pagination.',
    );
  const start = (page - 1) * size;
  const hasNext = start + size < rows.length;
  return {
    rows: rows.slice(start, start + size),
    paging: {
      next_page: hasNext ? linkTo(request, { page: String(page + 1) }) : null,
      previous_page: page > 1 ? linkTo(request, { page: String(page - 1) }) : null,
      count,
    },
  };
}

export function linkTo(request: Request, change: Record<string, string | null>): string {
  const query = new URLSearchParams(request.query);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  return `https://${request.world.settings.subdomain}.zendesk.com${request.path}.json?${query}`;
}

function sizeOf(text: string | null): number {
  const size = Number(text ?? MOST_PER_PAGE);
  return Number.isInteger(size) && size > 0 ? Math.min(size, MOST_PER_PAGE) : MOST_PER_PAGE;
}

const toCursor = (key: string) => btoa(JSON.stringify({ o: 'id', v: key }));

function fromCursor(cursor: string): string {
  try {
    return String((JSON.parse(atob(cursor)) as { v: string }).v);
  } catch {
    throw new Refusal(
      400,
      'InvalidPaginationParameter',
      'page[after] or page[before] is not a cursor of ours',
    );
  }
}
