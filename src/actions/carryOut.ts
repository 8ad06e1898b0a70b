import { type Declaration, nextStep, type StepFailure, type StepName } from '../domain/declaration.ts';
import { createDeskTime, type DeskTime } from '../domain/deskTime.ts';
import type { IncidentRecord } from '../domain/record.ts';
import type { TicketId } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { type Clock, ServiceError } from '../ports.ts';
import { attachReports } from './attachReports.ts';
import { changeDeclaration, type Declared, readDeclared } from './changeDeclaration.ts';
import { type FileOptions, fileIssue } from './fileIssue.ts';
import type { Filed } from './filing.ts';
import { type MovePorts, moveReports } from './moveReports.ts';
import { syncLinks } from './syncLinks.ts';

export type CarriedOut =
  | { readonly end: 'done' }
  /** A step failed: it is written down where that was possible, and the ones before it are done. */
  | { readonly end: 'failed'; readonly step: StepName; readonly why: StepFailure }
  /** The issue tracker is not set up, or asks for something, or somebody else files just now. */
  | { readonly end: 'no tracker' }
  | ({ readonly end: 'issue' } & { readonly filed: Exclude<Filed, { do: 'filed' }> });

export interface CarryOptions extends Pick<FileOptions, 'run' | 'answers'> {
  /** What stands in the record, after every step; and the step that is under way. */
  readonly onStep?: (record: IncidentRecord, doing: StepName | undefined) => void;
}

type Needs = MovePorts & Pick<BroadcastPorts, 'account' | 'issues'>;

/**
 * Does what is left of declaring an incident, step by step, each written down when it is done. It may be run again
 * whatever became of the last run, and by several people at once: what is done is not done again.
 */
export async function carryOut(
  ports: Needs,
  incidentId: TicketId,
  { run, answers, onStep = () => {} }: CarryOptions,
): Promise<CarriedOut> {
  const time = createDeskTime();
  const STEPS: Record<StepName, (declared: Declared) => Promise<CarriedOut | undefined>> = {
    async attached({ declaration: { reports, from } }) {
      // First those that hang elsewhere: what was moved is attached.
      if (from !== undefined) await moveReports(ports, from, incidentId, reports, { time });
      const { not } = await attachReports(ports, incidentId, reports, time);
      await settle('attached', { not: [...not] });
      return undefined;
    },
    async issue() {
      if (!ports.issues) return { end: 'no tracker' };
      const filed = await patiently(ports.clock, async () =>
        fileIssue(ports, await (ports.issues as NonNullable<typeof ports.issues>)(), incidentId, {
          run,
          answers,
          time,
        }),
      );
      return filed.do === 'filed' ? undefined : { end: 'issue', filed };
    },
    async linked() {
      const synced = await syncLinks(ports, incidentId);
      if (synced.end === 'none') return { end: 'no tracker' };
      // Reports kept changing meanwhile: the next run goes on with those.
      if (synced.end !== 'done') throw new ServiceError('Zendesk', 'outdated');
      const not = synced.unmarked.map((id) => ({ id, because: 'not marked' }));
      await settle('linked', { not });
      return undefined;
    },
  };

  /** Writes down that a step is done, unless somebody else has. */
  async function settle(
    step: Exclude<StepName, 'issue'>,
    outcome: Partial<NonNullable<Declaration['attached']>>,
  ) {
    await changeDeclaration(
      ports,
      incidentId,
      ({ declaration: { failed, ...now } }) =>
        now[step]
          ? undefined
          : {
              declaration: {
                ...now,
                ...(failed && failed.step !== step && { failed }),
                [step]: { not: [], ...outcome, at: ports.clock.now().toISOString() },
              },
              note: { did: 'declare', step, ...(outcome.not?.length && { not: outcome.not.length }) },
            },
      time,
    );
  }

  for (;;) {
    const declared = await readDeclared(ports, incidentId, time);
    const step = nextStep(declared.record);
    onStep(declared.record, step);
    if (!step) return { end: 'done' };
    try {
      const stopped = await STEPS[step](declared);
      if (stopped) return stopped;
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      const { why, record } = await writeFailure(ports, incidentId, step, error, time);
      onStep(record ?? declared.record, undefined);
      return { end: 'failed', step, why };
    }
  }
}

const LOOKS_WHILE_OTHERS_FILE = 5;
const BETWEEN_LOOKS_MS = 4_000;

// Somebody else who files is done within seconds, as a rule.
async function patiently(clock: Clock, act: () => Promise<Filed>): Promise<Filed> {
  for (let looks = 1; ; looks += 1) {
    const filed = await act();
    if (filed.do !== 'wait' || looks === LOOKS_WHILE_OTHERS_FILE) return filed;
    await clock.pause(BETWEEN_LOOKS_MS);
  }
}

async function writeFailure(
  ports: Needs,
  incidentId: TicketId,
  step: StepName,
  { trouble, service, detail }: ServiceError,
  time: DeskTime,
): Promise<{ readonly why: StepFailure; readonly record?: IncidentRecord }> {
  const at = ports.clock.now().toISOString();
  const why = { step, at, trouble, service, ...(detail && { detail }) };
  const written = await changeDeclaration(
    ports,
    incidentId,
    ({ record, declaration }) =>
      nextStep(record) === step && !isSame(declaration.failed, why)
        ? { declaration: { ...declaration, failed: why }, note: { did: 'declare', step, failed: trouble } }
        : undefined,
    time,
  ).catch((error: unknown) => {
    if (!(error instanceof ServiceError)) throw error; // the step stays to do, which is true as well
    return undefined;
  });
  return { why, ...(written && { record: written.record }) };
}

function isSame(a: StepFailure | undefined, b: StepFailure): boolean {
  return a?.step === b.step && a.at === b.at;
}
