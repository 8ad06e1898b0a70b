import type { Incident } from './incident.ts';
import { cleanText, oneLine } from './markup.ts';
import type { Stage } from './stage.ts';

/** What is said about an incident outside of its tickets. */
export interface ChannelFacts {
  readonly incident: Incident;
  /** The account's subdomain. */
  readonly account: string;
  /** Where the issue is read, if it is known. */
  readonly jiraUrl?: string | undefined;
  /** In which language times are written. */
  readonly language: string;
}

/** The words of one language that channels are told in, each with its places in braces. */
export interface ChannelWords {
  /** With `{id}`. */
  readonly incident: string;
  /** With `{severity}`. */
  readonly severity: string;
  /** With `{time}`. */
  readonly since: string;
  /** With `{n}` and `{stage}`. */
  readonly update: string;
  readonly reopened: string;
  /** Above the updates that could not be said at their time. */
  readonly missed: string;
  /** With `{n}`, `{stage}` and `{time}`. */
  readonly missedUpdate: string;
  /** Before the first update. */
  readonly untold: string;
  /** With `{eta}` and `{by}`. */
  readonly eta: string;
  /** With `{time}`. */
  readonly next: string;
  /** With `{told}`, `{total}` and `{n}`. */
  readonly told: string;
  /** With `{by}`. */
  readonly gate: string;
  /** Of a promise that was broken; with `{n}` and `{time}`. */
  readonly overdue: string;
  readonly stillOverdue: string;
  /** With `{time}`. */
  readonly etaPassed: string;
  /** Of a review; with `{day}`. */
  readonly reviewOverdue: string;
  readonly reviewStillOverdue: string;
  /** With `{name}`. */
  readonly reviewOwner: string;
  /** Who posted last; with `{n}` and `{by}`. */
  readonly lastBy: string;
  /** For the public; with `{eta}`. */
  readonly pageEta: string;
  /** For the public; with `{time}`. */
  readonly pageNext: string;
  /** What the public reads where nothing else is said. */
  readonly pageStages: Readonly<Record<Stage, string>>;
}

export function fill(words: string, values: Readonly<Record<string, string | number>>): string {
  return words.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** A time that is the same for everybody who reads it, with its day: what is posted stays to be read tomorrow. */
export function utcTime(iso: string, language: string): string {
  const time = new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(iso));
  return `${time} UTC`;
}

/** The incident's texts without signs that nobody sees; empty where there is none. */
export function cleanTexts({ title, symptoms, update, eta }: Incident) {
  return {
    title: oneLine(title),
    symptoms: cleanText(symptoms),
    extra: cleanText(update?.extra ?? ''),
    eta: oneLine(eta?.text ?? ''),
    by: oneLine(eta?.by ?? ''),
  };
}

/** Where an issue is read; a hand-edited key leads nowhere. */
export function issueAddress(site: string, key: string | undefined): string | undefined {
  return site && key && /^[A-Z][A-Z0-9_]+-\d+$/.test(key) ? `https://${site}/browse/${key}` : undefined;
}

export function ticketAddress(account: string, id: number): string {
  return `https://${account}.zendesk.com/agent/tickets/${id}`;
}
