import type { BroadcastRefusal } from '../domain/broadcaster.ts';
import { declarationIn, toDeclaration } from '../domain/declaration.ts';
import {
  cleanDraft,
  type DeclareDraft,
  type DeclareTrouble,
  declareTroubles,
} from '../domain/declareDraft.ts';
import { createDeskTime, type DeskTime } from '../domain/deskTime.ts';
import { INCIDENT_TAG, type Incident, isIncident, toIncident } from '../domain/incident.ts';
import { rankIncidents } from '../domain/match.ts';
import { declareFields, declareNote, noteOf, toProblem } from '../domain/newProblem.ts';
import type { Ticket, TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { type Agent, ServiceError } from '../ports.ts';
import { identifyBroadcaster } from './checkBroadcaster.ts';
import { readSettled } from './claimUpdate.ts';
import { lookAndWrite } from './lookAndWrite.ts';
import { mayHaveWorked } from './mayHaveWorked.ts';
import { createPaced, type Paced } from './paced.ts';

export type DeclaredIncident =
  | { readonly do: 'correct'; readonly troubles: readonly DeclareTrouble[] }
  | ({ readonly do: 'refuse' } & (
      | BroadcastRefusal
      | { readonly because: 'closed' | 'attached' | 'declared' | 'record' }
    ))
  /** Running incidents that look the same, of which the author did not say that they are another matter. Nothing was written. */
  | { readonly do: 'alike'; readonly incidents: readonly Incident[] }
  | {
      readonly do: 'declared';
      readonly incident: TicketId;
      /** Incidents like it that others have declared meanwhile, before this one. */
      readonly twins: readonly Incident[];
    };

/** What makes the tries of one declaration the same: kept with the form, never made anew for a second try. */
export interface DeclareTry {
  readonly key: string;
  /** When it was first sent; ISO 8601. */
  readonly at: string;
  /** Incidents that the author has seen, and that are another matter. */
  readonly knows: readonly TicketId[];
}

type Needs = Pick<BroadcastPorts, 'tickets' | 'batches' | 'problems' | 'settings' | 'clock' | 'brand'>;

/**
 * Makes the incident's ticket, or makes an incident of the problem ticket that the draft names. However often one try is
 * repeated, by whichever tab, there is one ticket: Zendesk honors its key for two hours, and the record holds it for good.
 * The steps that follow are `carryOut`'s.
 */
export async function declareIncident(
  ports: Needs,
  draft: DeclareDraft,
  attempt: DeclareTry,
  time: DeskTime = createDeskTime(),
): Promise<DeclaredIncident> {
  const { clock } = ports;
  const troubles = declareTroubles(draft, clock.now());
  if (troubles.length > 0) return { do: 'correct', troubles };
  const paced = createPaced(ports);
  const { me, refusal } = await identifyBroadcaster(ports, paced.once, 'declare');
  if (refusal) return { do: 'refuse', ...refusal };
  const clean = cleanDraft(draft);

  const before = await openIncidents(ports, paced);
  const known = ofKey(before, attempt.key);
  if (!known) {
    const alike = likeThis(clean, before, [...attempt.knows, clean.problem ?? 0]);
    if (alike.length > 0) return { do: 'alike', incidents: alike };
  }
  const made = known
    ? known.id
    : clean.problem === undefined
      ? (await create(ports, paced, clean, attempt, me)).id
      : await adopt(ports, paced, clean, clean.problem, attempt, me, time);
  if (typeof made !== 'number') return made;
  const after = await openIncidents(ports, paced);
  const twins = likeThis(clean, after, [...attempt.knows, made]).filter(({ id }) => id < made);
  return { do: 'declared', incident: made, twins };
}

async function openIncidents({ tickets }: Needs, paced: Paced): Promise<readonly Ticket[]> {
  const { tickets: problems } = await paced.answer(() => tickets.openProblems());
  return problems.filter(isIncident);
}

const ofKey = (incidents: readonly Ticket[], key: string) =>
  incidents.find(({ fields }) => declarationIn(fields.allclear_record)?.key === key);

// Two words in common are worth a question: it costs a click, and two incidents for one outage cost every customer two texts.
function likeThis(
  { summary, symptoms, drill, from }: DeclareDraft,
  incidents: readonly Ticket[],
  known: readonly TicketId[],
): Incident[] {
  const candidates = incidents
    .filter(({ id }) => !known.includes(id) && id !== from)
    .map((ticket) => ({ incident: toIncident(ticket) }))
    // A drill of an outage is not the outage.
    .filter(({ incident }) => !incident.mergedInto && Boolean(incident.isDrill) === Boolean(drill));
  return rankIncidents(`${summary}\n${symptoms}`, candidates)
    .filter(({ words, isLikely }) => isLikely || words.length >= 2)
    .map(({ incident }) => incident);
}

const MOST_TRIES = 6;
const BETWEEN_TRIES_MS = 2_000;

/** The same request with the same key until Zendesk says what became of it: a second one answers with the first one's ticket. */
async function create(
  ports: Needs,
  paced: Paced,
  draft: DeclareDraft,
  { key, at }: DeclareTry,
  me: Agent,
): Promise<Ticket> {
  const { problems, clock } = ports;
  const problem = toProblem(draft, { key, at, by: me }, ports.brand);
  let doubt: ServiceError | undefined;
  for (let tries = 1; ; tries += 1) {
    try {
      return await paced.once(() => problems.create(problem, key));
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      const isInDoubt = mayHaveWorked(error);
      if (isInDoubt) doubt = error;
      // The key was used for another text, or a try of which nothing was heard has worked: the record says it.
      if (error.trouble === 'refused') {
        const made = ofKey(await openIncidents(ports, paced), key);
        if (made) return made;
      }
      if (!(isInDoubt || error.trouble === 'too many') || tries === MOST_TRIES) throw doubt ?? error;
      await clock.pause((error.retryAfter ?? 0) * 1_000 || BETWEEN_TRIES_MS * tries);
    }
  }
}

async function adopt(
  ports: Needs,
  paced: Paced,
  draft: DeclareDraft,
  id: TicketId,
  { key, at }: DeclareTry,
  me: Agent,
  time: DeskTime,
): Promise<TicketId | Extract<DeclaredIncident, { do: 'refuse' }>> {
  const declaration = toDeclaration(draft, { key, at, by: me });
  return lookAndWrite(
    ports.clock,
    () => readSettled(ports, paced, id, time),
    async ({ problem }) => {
      if (declarationIn(problem.fields.allclear_record)?.key === key) return id;
      if (problem.status === 'closed') return { do: 'refuse', because: 'closed' };
      if (isIncident(problem)) return { do: 'refuse', because: 'declared' };
      // A report can't be the problem of others as well.
      if (problem.problemId) return { do: 'refuse', because: 'attached' };
      const fields = declareFields(problem.fields.allclear_record, draft, declaration, ports.brand);
      if (!fields) return { do: 'refuse', because: 'record' };
      await paced.once(() =>
        ports.problems.makeIncident(problem, {
          tags: [INCIDENT_TAG],
          internalNote: declareNote(draft, declaration),
          fields,
          note: { ...noteOf(draft, declaration), adopted: true },
        }),
      );
      return id;
    },
  );
}
