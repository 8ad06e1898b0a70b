import { ServiceError } from '../ports.ts';
import { changeDeclaration, type DeclarationChange, type Declared } from './changeDeclaration.ts';
import { FILING_MS, type Filed, type Filing, FRESH_MS } from './filing.ts';

/**
 * Writes down that this run files, unless somebody else has done so lately. How long ago that was is told by Zendesk's
 * own stamps once it is written: clocks differ, and who was too early waits again.
 */
export async function takeFilingLock({ ports, incidentId, run, time }: Filing): Promise<Declared | Filed> {
  const { clock } = ports;
  const { id, name } = await ports.tickets.me();
  const began = clock.now().getTime();
  const at = clock.now().toISOString();
  let blocked: Filed | undefined;
  let before: string | undefined;
  const declared = await changeDeclaration(
    ports,
    incidentId,
    ({ problem, declaration: now, record: seen }): DeclarationChange | undefined => {
      blocked = undefined;
      const { filing } = now;
      const age = clock.now().getTime() - Date.parse(problem.updatedAt);
      if (seen.jira?.id) blocked = { do: 'filed', id: seen.jira.id, key: seen.jira.key };
      // One's own, after a lost answer: the lock was taken and nothing has been sent.
      else if (filing?.run === run && filing.at === at) return undefined;
      else if (filing && age < FILING_MS) blocked = waitAfter(problem.updatedAt, filing.by.name);
      if (blocked) return undefined;
      before = filing && problem.updatedAt;
      return {
        declaration: { ...now, filing: { run, by: { id, name }, at } },
        note: { did: 'declare', step: 'issue', filing: true },
      };
    },
    time,
  );
  if (blocked) return blocked;
  const { updatedAt } = declared.problem;
  const isEarly = before !== undefined && Date.parse(updatedAt) - Date.parse(before) < FILING_MS;
  // A lock that took so long to get may run out while the issue is on its way.
  const isOld = clock.now().getTime() - began > FRESH_MS;
  return isEarly || isOld ? waitAfter(updatedAt, name) : declared;
}

/** Lets others file at once. Where that can't be written down, the lock runs out by itself. */
export async function giveLockBack({ ports, incidentId, run, time }: Filing): Promise<void> {
  await changeDeclaration(
    ports,
    incidentId,
    ({ declaration: { filing, ...now } }) =>
      filing?.run === run
        ? { declaration: now, note: { did: 'declare', step: 'issue', filing: false } }
        : undefined,
    time,
  ).catch((error: unknown) => {
    if (!(error instanceof ServiceError)) throw error;
  });
}

function waitAfter(stamp: string, by: string): Filed {
  return { do: 'wait', by, until: new Date(Date.parse(stamp) + FILING_MS).toISOString() };
}
