import { declarationOf, stepsOf } from '../../src/domain/declaration.ts';
import type { DeclareDraft } from '../../src/domain/declareDraft.ts';
import { type IncidentRecord, readRecord } from '../../src/domain/record.ts';
import type { World } from '../workspace/world/world.ts';
import { declaredIn } from './declareWorld.ts';

/** What must hold when everybody has gone home; a sentence for what does not. */
export function checkDeclared(
  world: World,
  draft: DeclareDraft,
  made: ReadonlyMap<string, ReadonlySet<number>>,
  hasSlack: boolean,
): string[] {
  const broken: string[] = [];
  for (const [key, ids] of made)
    if (ids.size > 1) broken.push(`(a) ${key}'s one declaration was said to be ${[...ids].join(' and ')}`);

  const keys = new Map<string, number>();
  for (const id of declaredIn(world)) {
    const read = readRecord(String(world.valueOf(id, 'allclear_record') ?? ''));
    const record = read.state === 'read' ? read.record : undefined;
    const declaration = declarationOf(record);
    if (!record || !declaration) {
      broken.push(`(e) the incident ${id} has no declaration in its record`);
      continue;
    }
    const { key } = declaration;
    if (keys.has(key)) broken.push(`(a) ${key}'s one declaration made ${keys.get(key)} and ${id}`);
    keys.set(key, id);
    broken.push(...checkIssue(world, id, record.jira), ...checkReports(world, id, draft));
    for (const step of stepsOf(record))
      if (step.state !== 'done') broken.push(`(d) ${id}: ${step.name} is ${step.state} in the end`);
    if (hasSlack) broken.push(...checkSlack(world, id, record));
    if (world.ticket(id).publicComments.length > 0) broken.push(`(f) ${id} has a public comment`);
  }
  if (made.has('mara') && keys.get('mara') === undefined && draft.problem === undefined)
    broken.push('(a) an incident was said to be declared, and is not there');
  return broken;
}

function checkIssue(
  world: World,
  id: number,
  jira: { id?: string | undefined; key: string } | undefined,
): string[] {
  const label = `allclear-harborgifts-${id}`;
  const marked = [...world.jira.issues.values()].filter(({ values }) => values.labels.includes(label));
  if (marked.length > 1) return [`(b) ${id} has ${marked.length} issues`];
  const [issue] = marked;
  if (!issue) return jira ? [`(b) ${id} names ${jira.key}, which is not marked`] : [];
  if (jira?.id !== issue.id) return [`(b) ${id} does not know of its issue ${issue.values.key}`];
  const ids = [id, ...world.incidentsOf(id).map((report) => report.id)];
  const linked = ids.filter(
    (each) => issue.links.filter(({ object }) => object.url.endsWith(`/tickets/${each}`)).length !== 1,
  );
  return linked.map((each) => `(g) ${each} is not linked once to ${issue.values.key}`);
}

/** The team's channel heard of it, unless nobody knows whether it did; and never twice. */
function checkSlack(world: World, id: number, { receipts }: IncidentRecord): string[] {
  const said = world.slack
    .channel('support_tech')
    .messages.filter(({ metadata }) => (metadata as Mark).event_payload.incident === id).length;
  const outcome = receipts.find(({ channel }) => channel === 'slack')?.outcome;
  if (said > 1) return [`(h) Slack heard of ${id} ${said} times`];
  if (outcome === 'told') return said === 1 ? [] : [`(h) Slack is said to know of ${id}, and does not`];
  const isUnknown = outcome === 'unsure' || outcome === 'telling';
  return isUnknown ? [] : [`(h) Slack is ${outcome} of ${id} in the end`];
}

type Mark = { readonly event_payload: { readonly incident: number } };

function checkReports(world: World, id: number, draft: DeclareDraft): string[] {
  const read = readRecord(String(world.valueOf(id, 'allclear_record') ?? ''));
  const declaration = read.state === 'read' ? declarationOf(read.record) : undefined;
  const named = new Set(declaration?.attached?.not.map((left) => left.id));
  const broken: string[] = [];
  for (const report of declaration?.reports ?? []) {
    if (!draft.reports.includes(report)) broken.push(`(c) ${report} was never chosen`);
    const ticket = world.ticket(report);
    const isAttached = ticket.problemId === id && ticket.type === 'incident';
    if (!isAttached && !named.has(report))
      broken.push(`(c) ${report} is neither attached to ${id} nor named`);
    const attached = ticket.audits.filter(({ custom }) => {
      const note = custom?.allclear as { did?: string; incident?: number } | undefined;
      return note?.did === 'attach' && note.incident === id;
    });
    if (attached.length > 1) broken.push(`(c) ${report} was attached ${attached.length} times`);
  }
  return broken;
}
