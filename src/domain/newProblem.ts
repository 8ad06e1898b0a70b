import { type Declaration, toDeclaration } from './declaration.ts';
import { cleanDraft, type DeclareDraft } from './declareDraft.ts';
import { DRILL_TAG } from './drill.ts';
import type { FieldKey } from './fields.ts';
import { INCIDENT_TAG } from './incident.ts';
import { disarmPlaceholders, escapeHtml } from './markup.ts';
import type { Brand } from './reply.ts';
import { stageTag } from './stage.ts';
import type { Priority } from './ticket.ts';
import { seenBrand, withDeclaration } from './writeRecord.ts';

/** The incident's ticket as it is to be made. The same draft, author and moment make the same, sign by sign. */
export interface NewProblem {
  readonly subject: string;
  /** HTML that agents alone see. */
  readonly internalNote: string;
  readonly priority: Priority;
  readonly assigneeId: number;
  readonly tags: readonly string[];
  readonly fields: Readonly<Partial<Record<FieldKey, string>>>;
  readonly note: { readonly did: string; readonly [detail: string]: unknown };
}

interface Signed {
  readonly key: string;
  readonly by: { readonly id: number; readonly name: string };
  /** ISO 8601. */
  readonly at: string;
}

const PRIORITIES: Record<1 | 2 | 3, Priority> = { 1: 'urgent', 2: 'high', 3: 'normal' };

export function toProblem(draft: DeclareDraft, signed: Signed, brand?: Brand): NewProblem {
  const clean = cleanDraft(draft);
  const { summary, severity } = clean;
  const declaration = toDeclaration(clean, signed);
  return {
    subject: disarmPlaceholders(summary),
    internalNote: declareNote(clean, declaration),
    priority: PRIORITIES[severity],
    assigneeId: signed.by.id,
    tags: [INCIDENT_TAG, ...(clean.drill ? [DRILL_TAG] : [])],
    fields: declareFields(undefined, clean, declaration, brand) ?? {},
    note: noteOf(clean, declaration),
  };
}

/** The fields of an incident that is declared; `undefined` when its ticket holds a record that nobody can read. */
export function declareFields(
  record: string | undefined,
  draft: DeclareDraft,
  declaration: Declaration,
  brand?: Brand,
) {
  const { severity, startedAt, stage, symptoms } = draft;
  const start = new Date(startedAt).toISOString();
  const { drill } = draft;
  const written = withDeclaration(record, declaration, {
    severity,
    startedAt: start,
    ...(drill && { drill: true, drillReaches: [...drill.reaches] }),
    ...seenBrand(brand),
  });
  if (written.state === 'unreadable') return undefined;
  return {
    allclear_stage: stageTag(stage),
    allclear_symptoms: symptoms,
    allclear_record: written.text,
  } satisfies NewProblem['fields'];
}

export function noteOf(draft: DeclareDraft, { key, origin, reports, from }: Declaration): NewProblem['note'] {
  const { severity, stage, startedAt, drill } = draft;
  const more = { ...(from !== undefined && { from }), ...(drill && { drill: true }) };
  return { did: 'declare', key, severity, stage, startedAt, origin, reports: reports.length, ...more };
}

/** What agents without the app read on the incident's ticket. */
export function declareNote(draft: DeclareDraft, { by, reports, origin, from }: Declaration): string {
  const { severity, startedAt, stage, symptoms, steps, impact, drill } = draft;
  const facts: [string, string][] = [
    ['Customers impacted', impact],
    ['Start time', new Date(startedAt).toISOString()],
    ['Steps taken', steps],
    ['Symptoms', symptoms],
    ['Found by', origin === 'alert' ? 'a monitoring alert' : 'customer reports'],
    ['Tickets to attach', reports.length > 0 ? reports.map((id) => `#${id}`).join(', ') : 'none yet'],
    ...(from === undefined ? [] : [['Split off from', `#${from}`] as [string, string]]),
    ['Declared by', by.name],
  ];
  const lines = facts.map(
    ([name, text]) => `<p><strong>${name}</strong><br>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`,
  );
  return disarmPlaceholders(
    `<p><strong>${drill ? 'Drill: incident' : 'Incident'} declared: severity ${severity}, ${stage}</strong></p>${lines.join('')}`,
  );
}
