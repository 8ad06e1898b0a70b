import { type Incident, newestUpdate } from './incident.ts';
import { type Person, type SkipReason, verdictOn } from './pass.ts';
import { chooseLanguage } from './replyTexts.ts';
import { createShares, type SamePersonRule } from './samePerson.ts';
import type { LanguageCount, Survey, SurveyRow } from './survey.ts';
import type { Ticket, TicketId, TicketStatus } from './ticket.ts';

export interface Surveyor {
  enter(reports: readonly Ticket[], people: ReadonlyMap<number, Person>): void;
  /** `hidden`: reports that Zendesk counts and this agent can't see; known only at the end. */
  survey(total?: number, hidden?: number): Survey;
}

/** Counts reports by the very rules by which a broadcast tells them, and writes nothing. */
export function createSurveyor(
  incident: Incident,
  texts: { readonly languages: readonly string[]; readonly fallback: string },
  samePerson: SamePersonRule = 'full',
): Surveyor {
  const rows: SurveyRow[] = [];
  const people = new Set<number | string>();
  const languages = createTally<Omit<LanguageCount, 'count'>>();
  const channels = createTally<{ channel: string }>();
  const statuses = createTally<{ status: TicketStatus }>();
  const cannot: Partial<Record<SkipReason, number>> = {};
  const fates = new Map<TicketId, SurveyRow['fate']>();
  const shares = createShares(samePerson, (id) => {
    const fate = fates.get(id);
    return fate === 'told' ? fate : fate === 'tell' ? 'open' : 'out';
  });
  let told = 0;
  let tell = 0;

  function count(row: SurveyRow) {
    rows.push(row);
    if (samePerson === 'pointer') fates.set(row.id, row.fate);
    const { fate, language, missing, channel, status } = row;
    if (fate === 'told') told += 1;
    else if (fate !== 'tell') cannot[fate] = (cannot[fate] ?? 0) + 1;
    else {
      tell += 1;
      people.add(row.requesterId ?? `report ${row.id}`);
      languages.add(`${language} ${missing ?? ''}`, missing ? { language, missing } : { language });
      channels.add(channel, { channel });
      statuses.add(status, { status });
    }
  }

  return {
    enter(reports, persons) {
      for (const report of reports) {
        const person = persons.get(report.requesterId ?? 0);
        const fate = fateOf(report, incident, person);
        if (fate === 'gone') continue;
        const { language, missing } = chooseLanguage(texts.languages, person?.locale, texts.fallback);
        count({
          id: report.id,
          requesterId: report.requesterId,
          name: person?.name ?? '',
          language,
          missing: missing?.split('-')[0],
          timeZone: person?.timeZone,
          channel: report.channel,
          status: report.status,
          fate,
        });
      }
      shares.take(reports);
    },
    survey(total = rows.length, hidden = 0) {
      const shared = rows.map((row) => {
        const first = row.fate === 'tell' ? shares.firstFor(row) : undefined;
        return first === undefined ? row : { ...row, first };
      });
      return {
        total: Math.max(total, rows.length),
        seen: rows.length,
        tell,
        customers: people.size,
        pointers: shared.filter(({ first }) => first !== undefined).length,
        told,
        cannot: hidden > 0 ? { ...cannot, 'not visible': hidden } : { ...cannot },
        byLanguage: languages.counts(),
        byChannel: channels.counts(),
        byStatus: statuses.counts(),
        rows: shared,
      };
    },
  };
}

/** The incident as it will be once its next update is posted, as far as that decides who is told. */
export function withNextUpdate(incident: Incident, by: { id: number; name: string }, now: Date): Incident {
  const { stage, symptoms } = incident;
  const update = { n: newestUpdate(incident) + 1, stage, symptoms, at: now.toISOString(), by };
  return { ...incident, update };
}

// What has to wait, or to be looked into, is told in the end.
function fateOf(report: Ticket, incident: Incident, person: Person | undefined): SurveyRow['fate'] | 'gone' {
  const verdict = verdictOn(report, incident, person, FAR_FUTURE);
  return verdict === 'check' || verdict === 'wait' || verdict === 'follow' ? 'tell' : verdict;
}

const FAR_FUTURE = new Date(8.64e15);

function createTally<Kind extends object>() {
  const kinds = new Map<string, Kind & { count: number }>();
  return {
    add(key: string, kind: Kind) {
      const known = kinds.get(key);
      if (known) known.count += 1;
      else kinds.set(key, { ...kind, count: 1 });
    },
    counts: () => [...kinds.values()].map((each) => ({ ...each })).sort((a, b) => b.count - a.count),
  };
}
