export type Stage = 'investigating' | 'identified' | 'monitoring' | 'resolved';

/** An update of an incident, as the seeds tell it. Times in milliseconds. */
export interface SeedUpdate {
  n: number;
  stage: Stage;
  symptoms: string;
  at: number;
  next: number | undefined;
  eta?: { text: string; at?: number; by: string };
}

export interface SeedRecord {
  severity: 1 | 2 | 3;
  startedAt: number;
  update: SeedUpdate;
  by: { id: number; name: string };
  jira?: { id: string; key: string };
  /** The message in Slack that the app keeps up to date. */
  slack?: { channel: string; ts: string; url: string };
}

/** The text of the field allclear_record. */
export function recordText({ severity, startedAt, update, by, jira, slack }: SeedRecord): string {
  const { n, stage, symptoms } = update;
  return JSON.stringify({
    v: 1,
    severity,
    startedAt: isoOf(startedAt),
    update: {
      n,
      stage,
      symptoms,
      ...etaOf(update),
      ...(update.next === undefined ? {} : { next: isoOf(update.next) }),
      at: isoOf(update.at),
      by,
      extra: '',
    },
    ...(jira ? { jira } : {}),
    ...(slack ? { slack } : {}),
    receipts: slack ? [{ channel: 'slack', n, outcome: 'told', at: isoOf(update.at) }] : [],
    ...(slack ? { heard: { slack: n } } : {}),
  });
}

/** `metadata.custom.allclear` of an update's audit. */
export function updateMark(update: SeedUpdate) {
  const { n, stage, symptoms, next } = update;
  const promised = next === undefined ? {} : { next: isoOf(next) };
  return { allclear: { did: 'update', n, stage, symptoms, ...etaOf(update), ...promised } };
}

/** The fields of an incident after an update. */
export function incidentFields(record: SeedRecord): Record<string, string> {
  const { update, jira } = record;
  return {
    allclear_stage: `allclear_${update.stage}`,
    allclear_symptoms: update.symptoms,
    allclear_eta: update.eta ? `${update.eta.text}, says ${update.eta.by}` : '',
    allclear_next_update: update.next === undefined ? '' : isoOf(update.next),
    allclear_jira: jira?.key ?? '',
    allclear_record: recordText(record),
  };
}

export const isoOf = (ms: number) => new Date(ms).toISOString();

function etaOf({ eta }: SeedUpdate) {
  if (!eta) return {};
  const { text, at, by } = eta;
  return { eta: { text, ...(at === undefined ? {} : { at: isoOf(at) }), by } };
}
