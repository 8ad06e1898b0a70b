import { changeDeclaration } from './changeDeclaration.ts';
import type { Filed, Filing } from './filing.ts';

/** Writes the issue onto the incident's ticket, unless one stands there already; the answer is the one that does. */
export async function noteIssue(
  { ports, incidentId, time }: Filing,
  { id, key }: { readonly id: string; readonly key: string },
  how: 'found' | 'filed' | 'adopted',
): Promise<Filed> {
  const { record: kept } = await changeDeclaration(
    ports,
    incidentId,
    ({ record: seen, declaration: { filing: _, failed, ...now } }) =>
      seen.jira?.id
        ? undefined
        : {
            declaration: { ...now, ...(failed && failed.step !== 'issue' && { failed }) },
            jira: { id, key },
            fields: { allclear_jira: key },
            note: { did: 'declare', step: 'issue', how, id, key },
          },
    time,
  );
  return { do: 'filed', id: kept.jira?.id ?? id, key: kept.jira?.key ?? key };
}
