import * as v from 'valibot';
import type { ZafRequest } from '../zaf/client.ts';

// https://developer.zendesk.com/api-reference/introduction/pagination/#using-cursor-pagination
export const PAGE = 100;

/** What a list says of its pages. */
export function Meta() {
  return v.object({ has_more: v.boolean(), after_cursor: v.optional(v.nullable(v.string())) });
}

/** Asks Zendesk, and reads the answer by its schema. */
export type Ask = <Schema extends v.GenericSchema>(
  schema: Schema,
  request: ZafRequest,
) => Promise<v.InferOutput<Schema>>;
type Paged = v.GenericSchema<unknown, { meta?: v.InferOutput<ReturnType<typeof Meta>> | undefined }>;

/** Every page of a list, by cursor. */
export async function* pages<Schema extends Paged>(ask: Ask, schema: Schema, url: string) {
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const after: string = cursor ? `&page[after]=${encodeURIComponent(cursor)}` : '';
    const page: v.InferOutput<Schema> = await ask(schema, { url: url + after });
    yield page;
    cursor = (page.meta?.has_more && page.meta.after_cursor) || undefined;
  }
}
