import * as v from 'valibot';
import type { Person } from '../../domain/pass.ts';

// https://developer.zendesk.com/documentation/ticketing/using-the-zendesk-api/side_loading/: people come as some of
// their members only, so every member but the id may be missing.
export const WireUser = v.object({
  id: v.number(),
  name: v.optional(v.nullable(v.string())),
  locale: v.optional(v.nullable(v.string())),
  iana_time_zone: v.optional(v.nullable(v.string())),
  suspended: v.optional(v.nullable(v.boolean())),
});

export function toPerson(wire: v.InferOutput<typeof WireUser>): Person {
  return {
    id: wire.id,
    name: wire.name ?? '',
    locale: wire.locale ?? undefined,
    timeZone: wire.iana_time_zone ?? undefined,
    isSuspended: wire.suspended === true,
  };
}
