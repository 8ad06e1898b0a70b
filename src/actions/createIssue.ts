import { ticketUrl } from '../domain/issueLinks.ts';
import { issueText } from '../domain/issueText.ts';
import { ServiceError } from '../ports.ts';
import type { Declared } from './changeDeclaration.ts';
import { type Filed, type Filing, type FilingAnswers, FRESH_MS } from './filing.ts';
import { mayHaveWorked } from './mayHaveWorked.ts';
import { noteIssue } from './noteIssue.ts';
import { giveLockBack } from './takeFilingLock.ts';

const BETWEEN_TRIES_MS = 5_000;
const LOOKS_AFTER_DOUBT_MS = [2_000, 3_000, 5_000, 10_000, 20_000];

/** Files the issue, for whoever holds the lock. After a lost answer it is looked for, and never filed a second time. */
export async function createIssue(
  filing: Filing,
  { kind, values }: { readonly kind: string; readonly values: NonNullable<FilingAnswers['values']> },
  { incident, declaration }: Declared,
): Promise<Filed> {
  const { ports, issues, incidentId, mark } = filing;
  const { clock, account } = ports;
  const text = issueText(incident, declaration, ticketUrl({ account }, incidentId));
  const began = clock.now().getTime();
  for (;;) {
    try {
      const made = await issues.create({ kind, summary: incident.title, text, mark, values });
      return await noteIssue(filing, made, 'filed');
    } catch (error) {
      if (!(error instanceof ServiceError) || error.service === 'Zendesk') throw error;
      if (mayHaveWorked(error)) return afterDoubt(filing, error);
      const wait = (error.retryAfter ?? 0) * 1_000;
      if (error.trouble !== 'too many' || clock.now().getTime() - began + wait > FRESH_MS) {
        await giveLockBack(filing); // refused means that nothing was filed
        throw error;
      }
      await clock.pause(wait || BETWEEN_TRIES_MS);
    }
  }
}

/** The tracker's index takes a moment to know of an issue whose answer was lost. */
async function afterDoubt(filing: Filing, error: ServiceError): Promise<Filed> {
  const { ports, issues, mark } = filing;
  for (const ms of LOOKS_AFTER_DOUBT_MS) {
    await ports.clock.pause(ms);
    const [late] = await issues.findMarked(mark).catch(() => []);
    if (late) return noteIssue(filing, late, 'filed');
  }
  throw error; // the lock stays: whoever goes on once it has run out finds the issue, or knows that there is none
}
