import * as v from 'valibot';
import { STAGES } from './stage.ts';

// Times are ISO 8601 with a zone; a hand-edited one that no clock understands makes the record unreadable.
export const Time = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'not a time'),
);

export const Eta = v.object({ text: v.string(), at: v.optional(Time), by: v.string() });

// The issue as it stood when it was last asked about, `at`.
const IssueSaid = v.object({
  key: v.string(),
  status: v.string(),
  state: v.picklist(['new', 'started', 'done', 'unknown']),
  resolution: v.optional(v.string()),
  since: v.optional(Time),
  at: Time,
});

// What let *resolved* be said: Jira's own state, a named engineer's word, or somebody's decision with its reason.
export const Gate = v.object({
  kind: v.picklist(['jira', 'confirmed', 'override']),
  by: v.string(),
  /** Where the engineer said so, such as a thread or a call, and when. */
  where: v.optional(v.string()),
  when: v.optional(Time),
  reason: v.optional(v.string()),
  issue: v.optional(IssueSaid),
  at: Time,
});

// The root cause analysis as customers get it, by language. `language` is whose text the others get; `to` is who gets it.
const Rca = v.object({
  texts: v.record(v.string(), v.string()),
  language: v.string(),
  to: v.picklist(['asked', 'all']),
});

// The RCA that is owed once the incident is resolved. Without `due` it is owed no more, until it is resolved again.
const Review = v.looseObject({
  state: v.picklist(['draft', 'in review', 'ready', 'sent']),
  due: v.optional(Time),
  /** The time zone in which it is due on a day. */
  zone: v.optional(v.string()),
  owner: v.optional(v.object({ name: v.string(), id: v.optional(v.number()) })),
  link: v.optional(v.string()),
  /** How Engineering's issue fared with the day on which it is due. */
  issue: v.optional(
    v.looseObject({
      day: v.string(),
      outcome: v.string(),
      at: Time,
      reason: v.optional(v.string()),
      detail: v.optional(v.string()),
    }),
  ),
});

// What a newer version adds to an update outlives a receipt that an older one writes.
const Update = v.looseObject({
  n: v.pipe(v.number(), v.integer(), v.minValue(1)),
  stage: v.picklist(STAGES),
  symptoms: v.string(),
  eta: v.optional(Eta),
  next: v.optional(Time),
  at: Time,
  by: v.object({ id: v.number(), name: v.string() }),
  extra: v.optional(v.string()),
  noNews: v.optional(v.boolean()),
  /** It says that the time given for the fix could not be kept. */
  etaPassed: v.optional(v.boolean()),
  gate: v.optional(Gate),
  /** It is no news of the incident, but its root cause analysis. */
  rca: v.optional(Rca),
  /** It takes back that the incident is over: reports that were solved are open again. */
  reopens: v.optional(v.boolean()),
});

const Receipt = v.looseObject({ channel: v.string(), n: v.number(), outcome: v.string(), at: Time });

// The one message of an incident; `opening` while somebody is about to post it.
const Slack = v.looseObject({
  channel: v.optional(v.string()),
  ts: v.optional(v.string()),
  url: v.optional(v.string()),
  opening: v.optional(v.object({ by: v.string(), until: Time })),
});

const Statuspage = v.looseObject({ id: v.string(), url: v.optional(v.string()) });

// The notice in the product: until when customers see it, once that is known, and when it was found to be gone.
const Pendo = v.looseObject({ until: v.optional(Time), gone: v.optional(Time) });

// Into which incident it was merged, and when all that could be moved had been.
const Merged = v.looseObject({ into: v.number(), done: v.optional(Time) });
// Under whose name customers know the company, as it was on the ticket where somebody last declared or posted.
const BrandSeen = v.object({ id: v.number(), name: v.string() });

const Record1 = v.looseObject({
  v: v.literal(1),
  severity: v.optional(v.picklist([1, 2, 3]), 2),
  startedAt: v.optional(Time),
  update: v.optional(Update),
  jira: v.optional(v.object({ id: v.optional(v.string()), key: v.string() })),
  pendo: v.optional(Pendo),
  slack: v.optional(Slack),
  statuspage: v.optional(Statuspage),
  review: v.optional(Review),
  brand: v.optional(BrandSeen),
  receipts: v.optional(v.array(Receipt), []),
  /** A rehearsal, and which channels take part in it. */
  drill: v.optional(v.boolean()),
  drillReaches: v.optional(v.array(v.string())),
  merged: v.optional(Merged),
  /** The incidents that were merged into this one. */
  merges: v.optional(v.array(v.number())),
  /** Up to which update a channel has heard them all, or may have: what is newer and was missed is told with the next one. */
  heard: v.optional(v.record(v.string(), v.number())),
  /** Who is at something that must happen once, by its name, and how long nobody else may be. */
  turns: v.optional(v.record(v.string(), v.object({ by: v.string(), until: Time }))),
});

export type Eta = v.InferOutput<typeof Eta>;
export type IssueSaid = v.InferOutput<typeof IssueSaid>;
export type Gate = v.InferOutput<typeof Gate>;
export type Update = v.InferOutput<typeof Update>;
export type Rca = v.InferOutput<typeof Rca>;
export type Review = v.InferOutput<typeof Review>;
export type Receipt = v.InferOutput<typeof Receipt>;
export type Merged = v.InferOutput<typeof Merged>;
export type IncidentRecord = v.InferOutput<typeof Record1>;

export type ReadRecord =
  | { readonly state: 'absent' }
  | { readonly state: 'read'; readonly record: IncidentRecord }
  | { readonly state: 'unreadable'; readonly why: string };

/**
 * Reads the machine's record of an incident. What a person or a newer version wrote into it may be unreadable here:
 * the answer then says why, and nobody may overwrite it.
 */
export function readRecord(text: string | undefined): ReadRecord {
  if (!text?.trim()) return { state: 'absent' };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { state: 'unreadable', why: 'not JSON' };
  }
  const result = v.safeParse(Record1, json);
  if (result.success) return { state: 'read', record: result.output };
  const [issue] = result.issues;
  return { state: 'unreadable', why: `${v.getDotPath(issue) ?? 'record'}: ${issue.message}` };
}
