import * as v from 'valibot';
import { ServiceError } from '../ports.ts';

/** Checks an answer against what its reference page says; a surprise is a named error, not a crash further in. */
export function readFrom<Schema extends v.GenericSchema>(
  service: string,
  schema: Schema,
  wire: unknown,
  what: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, wire);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new ServiceError(service, 'unreadable', {
    detail: `${what}: ${v.getDotPath(issue) ?? ''} ${issue.message}`,
  });
}
