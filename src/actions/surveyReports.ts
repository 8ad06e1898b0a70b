import { createSurveyor, withNextUpdate } from '../domain/createSurveyor.ts';
import type { Incident } from '../domain/incident.ts';
import type { Survey } from '../domain/survey.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import { ServiceError } from '../ports.ts';
import { createPaced, type Waiting } from './paced.ts';
import { withPeople } from './withPeople.ts';

export interface SurveyProgress {
  readonly survey: Survey;
  readonly waiting?: Waiting | undefined;
}

export interface SurveyOptions {
  /** Whom the incident's newest update would still reach; otherwise, whom its next one would. */
  readonly of?: 'newest' | 'next';
  readonly onProgress?: (progress: SurveyProgress) => void;
  /** Asked before every page. */
  readonly isStopped?: () => boolean;
}

export type Surveyed =
  | { readonly end: 'whole'; readonly survey: Survey }
  /** Only `survey.seen` of `survey.total` reports were looked at; of the others nothing is known. */
  | { readonly end: 'stopped'; readonly survey: Survey }
  | { readonly end: 'failed'; readonly survey: Survey; readonly error: ServiceError };

/** Looks through the incident's reports: who would be told, who would not, and why. Writes nothing. */
export async function surveyReports(
  { tickets, batches, replyTexts, settings, clock }: BroadcastPorts,
  incident: Incident,
  { of = 'next', onProgress = () => {}, isStopped = () => false }: SurveyOptions = {},
): Promise<Surveyed> {
  const judged = of === 'next' ? withNextUpdate(incident, { id: 0, name: '' }, clock.now()) : incident;
  const texts = { languages: replyTexts.languages, fallback: settings.replyLanguage };
  const surveyor = createSurveyor(judged, texts, settings.samePerson);
  let total: number | undefined;
  const paced = createPaced({ clock, settings }, (waiting) =>
    onProgress({ survey: surveyor.survey(total), waiting }),
  );
  const count = async () => (await paced.read(() => tickets.countReports(incident.id))).value;
  try {
    total = await count();
    let cursor: string | undefined;
    do {
      if (isStopped()) return { end: 'stopped', survey: surveyor.survey(total) };
      const page = await withPeople(
        batches,
        paced,
        await paced.answer(() => batches.reports(incident.id, cursor)),
      );
      surveyor.enter(page.tickets, page.people);
      onProgress({ survey: surveyor.survey(total) });
      cursor = page.next;
    } while (cursor);
    // Reports that the agent can't see are counted by Zendesk and listed for nobody; others came or went meanwhile.
    const { seen } = surveyor.survey();
    if (seen !== total) total = await count();
    return { end: 'whole', survey: surveyor.survey(total, total - seen) };
  } catch (error) {
    if (error instanceof ServiceError) return { end: 'failed', survey: surveyor.survey(total), error };
    throw error;
  }
}
