import type { FieldValue } from '../world/ticket.ts';
import type { FormProperty } from './form.ts';
import type { Session } from './session.ts';
import { setPath } from './setPath.ts';

export type SubmitOutcome =
  | { saved: true }
  /** An app's `ticket.save` hook said no. */
  | { saved: false; blocked: string | false | undefined }
  /** Zendesk refused it, or no answer came. */
  | { saved: false; failed: string };

/** What happens when the agent presses "Submit as …": the apps' hook, one write of what was changed, the events. */
export function createSubmit(session: Session) {
  return async (status?: string): Promise<SubmitOutcome> => {
    const before = session.form.value('status');
    // The hook sees the status that is about to be saved.
    if (status !== undefined) setPath(session, 'ticket.status', status);
    if (session.isSaveDisabled) return refuse(session, before, 'An app has disabled saving.');
    const reply = await session.instances.ask('ticket.save');
    if (!reply.ok) return refuse(session, before, reply.reason);

    session.announce('ticket.submit.start', undefined);
    const outcome = await save(session);
    if (outcome.saved) session.announce('ticket.submit.done', undefined);
    else {
      session.form.edit('status', before);
      session.announce('ticket.submit.fail', undefined);
      if ('failed' in outcome) session.toast({ text: outcome.failed, kind: 'error', life: undefined });
    }
    session.announce('ticket.submit.always', undefined);
    return outcome;
  };
}

function refuse(session: Session, before: FieldValue, reason: string | false | undefined): SubmitOutcome {
  session.form.edit('status', before);
  // What Zendesk shows for a refusal without words is not settled; this says what is known.
  const text = reason || 'An app has stopped this ticket from being saved.';
  session.toast({ text, kind: 'error', life: undefined });
  return { saved: false, blocked: reason };
}

async function save(session: Session): Promise<SubmitOutcome> {
  const { composer, form, snapshot } = session;
  const sent = new Map(form.edits);
  const comment = composer.isEmpty ? undefined : toComment(session);
  const body = { ticket: { ...toWire(sent), ...(comment ? { comment } : {}) } };
  try {
    const answer = await session.surroundings.send({
      method: 'PUT',
      url: `/api/v2/tickets/${snapshot.ticket.id}.json`,
      headers: { 'content-type': 'application/json' },
      body,
      agent: snapshot.agent.id,
      byHost: true,
    });
    if (answer.status >= 400) return { saved: false, failed: explain(answer.body) };
  } catch {
    return {
      saved: false,
      failed: 'The ticket could not be saved: no answer came. Your changes are still here.',
    };
  }
  form.settle(sent);
  if (comment) composer.clear();
  session.take(await session.surroundings.reload());
  return { saved: true };
}

function toComment({ composer }: Session) {
  const isPublic = composer.type === 'publicReply';
  return composer.isPlain
    ? { body: composer.text, public: isPublic }
    : { html_body: composer.text, public: isPublic };
}

const WIRE_NAMES: Partial<Record<FormProperty, string>> = {
  externalId: 'external_id',
  assigneeId: 'assignee_id',
  groupId: 'group_id',
  problemId: 'problem_id',
};

/** Only what was changed is sent, so that nothing somebody else has saved meanwhile is put back. */
function toWire(edits: ReadonlyMap<FormProperty, FieldValue>) {
  const wire: Record<string, unknown> = {};
  const custom: { id: number; value: FieldValue }[] = [];
  for (const [property, value] of edits) {
    const field = /^custom_field_(\d+)$/.exec(property);
    if (field) custom.push({ id: Number(field[1]), value });
    else wire[WIRE_NAMES[property] ?? property] = value;
  }
  return custom.length ? { ...wire, custom_fields: custom } : wire;
}

function explain(body: unknown): string {
  if (typeof body === 'string') return body;
  const { description, details } = (body ?? {}) as {
    description?: string;
    details?: Record<string, { description?: string }[]>;
  };
  const reasons = Object.values(details ?? {}).flatMap((list) => list.map((one) => one.description ?? ''));
  return reasons.filter(Boolean).join(' ') || description || 'The ticket could not be saved.';
}
