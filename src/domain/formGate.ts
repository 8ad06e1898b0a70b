import type { DraftGate } from './draftGate.ts';
import type { Verdict } from './gate.ts';
import type { IssueSaid } from './record.ts';
import type { UpdateForm } from './updateForm.ts';

/** What the tracker says of the issue now. */
export interface Tracked {
  readonly verdict: Verdict;
  readonly said?: IssueSaid | undefined;
}

export const UNTRACKED: Tracked = { verdict: 'unknown' };

/** What lets *resolved* be said by this form: where the issue does not, somebody has to be asked. */
export function gateOf({ gate }: Pick<UpdateForm, 'gate'>, { verdict }: Tracked): UpdateForm['gate'] {
  return gate === 'jira' && verdict !== 'open' ? 'confirmed' : gate;
}

/** The gate as the form has it, with what the tracker says beside it. */
export function toGate(form: UpdateForm, author: string, tracked: Tracked): DraftGate {
  const { gateBy, gateWhere, gateWhen, gateReason } = form;
  const issue = tracked.said && { issue: tracked.said };
  switch (gateOf(form, tracked)) {
    case 'jira':
      return { kind: 'jira', by: tracked.said?.key ?? '', ...issue };
    case 'confirmed':
      return {
        kind: 'confirmed',
        by: gateBy,
        where: gateWhere,
        ...(gateWhen && { when: gateWhen }),
        ...issue,
      };
    case 'override':
      return { kind: 'override', by: author, reason: gateReason, ...issue };
  }
}
