import { readFileSync } from 'node:fs';

export interface LabelledTicket {
  readonly id: number;
  /** When it was made, in minutes of its day. */
  readonly minute: number;
  /** The incident it is about; none on any other day. */
  readonly incident?: string | undefined;
  readonly requester: string;
  readonly organization?: string | undefined;
  readonly subject: string;
  readonly text: string;
}

export interface LabelledSet {
  readonly incidents: readonly { readonly key: string; readonly title: string; readonly symptoms: string }[];
  readonly tickets: readonly LabelledTicket[];
}

/** A day of tickets with their answers; the files say how they are written. */
export function readSet(name: 'tuning' | 'unseen'): LabelledSet {
  const lines = readFileSync(new URL(`./${name}.txt`, import.meta.url), 'utf8').split('\n');
  const partsOf = (line: string) => line.split('|').map((part) => part.trim());
  return {
    incidents: lines
      .filter((line) => line.startsWith('! '))
      .map((line) => {
        const [key = '', title = '', symptoms = ''] = partsOf(line.slice(2));
        return { key, title, symptoms };
      }),
    tickets: lines
      .filter((line) => /^\d/.test(line))
      .map((line, index) => {
        const [minute, incident, customer = '', subject = '', text = ''] = partsOf(line);
        const [requester = '', organization = ''] = customer.split('@');
        return {
          id: index + 1,
          minute: Number(minute),
          ...(incident !== '-' && { incident }),
          requester,
          ...(organization !== '-' && { organization }),
          subject,
          text,
        };
      }),
  };
}
