import type { Company } from './company.ts';
import type { IncidentSeed } from './incidentStory.ts';
import { threadAt } from './slackThread.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The incidents that have run at Harbor Gifts, relative to now. */
export function incidentSeeds(now: number, { mara, tom }: Company) {
  return { donations: donations(now, tom), receipts: receipts(now, mara), old: old(now) };
}

const at = (now: number, minutes: number) => now - minutes * MINUTE;
const utc = (ms: number) => `${new Date(ms).toISOString().slice(11, 16)} UTC`;

function donations(now: number, tom: Company['tom']): IncidentSeed {
  const fixBy = now + 64 * MINUTE;
  return {
    subject: 'Donation form returns error 502',
    text: 'Monitoring: submit on the donation form answers 502 for nine out of ten requests since the morning release. Three customers have called.',
    startedAt: at(now, 134),
    severity: 2,
    jira: { id: '10123', key: 'PAY-123' },
    slack: threadAt(at(now, 124)),
    updates: [
      {
        n: 1,
        stage: 'investigating',
        symptoms: 'Donors press Give and get an error page.',
        at: at(now, 124),
        next: at(now, 66),
      },
      {
        n: 2,
        stage: 'investigating',
        symptoms:
          'Donors press Give and see “Something went wrong” or error 502. All payment methods are affected.',
        at: at(now, 66),
        next: at(now, 18),
      },
      {
        n: 3,
        stage: 'identified',
        symptoms: 'Donors press Give and see “Something went wrong”. Cards are not charged.',
        at: at(now, 18),
        next: now + 12 * MINUTE,
        eta: { text: utc(fixBy), at: fixBy, by: 'Sam Osei (Engineering)' },
      },
    ],
    notes: [
      {
        at: at(now, 27),
        by: tom,
        text: 'Sam on the phone: it is the connection pool of the payments service after this morning’s release. Card processor confirms that no charge was made for failed attempts.',
      },
    ],
  };
}

function receipts(now: number, mara: Company['mara']): IncidentSeed {
  return {
    subject: 'Receipts arrive late',
    text: 'Receipt e-mails leave up to six hours late since yesterday evening. Gifts themselves are fine.',
    startedAt: at(now, 15 * 60),
    severity: 3,
    updates: [
      {
        n: 1,
        stage: 'investigating',
        symptoms: 'Receipts and thank-you e-mails come hours after the gift.',
        at: at(now, 405),
        next: at(now, 240),
      },
      {
        n: 2,
        stage: 'identified',
        symptoms: 'Receipts come up to six hours after the gift. The gifts themselves arrive at once.',
        at: at(now, 236),
        next: at(now, 45),
      },
      {
        n: 3,
        stage: 'monitoring',
        symptoms: 'New receipts come within minutes again; those of last night are being sent now.',
        at: at(now, 41),
        next: now + 79 * MINUTE,
      },
    ],
    notes: [{ at: at(now, 44), by: mara, text: 'Mail queue is down to 3,000 and falling.' }],
  };
}

function old(now: number): IncidentSeed[] {
  const ended = (
    days: number,
    subject: string,
    symptoms: string,
    jira: { id: string; key: string },
  ): IncidentSeed => {
    const start = now - days * DAY;
    return {
      subject,
      text: symptoms,
      startedAt: start,
      severity: 2,
      jira,
      updates: [
        { n: 1, stage: 'investigating', symptoms, at: start + 10 * MINUTE, next: start + 70 * MINUTE },
        { n: 2, stage: 'identified', symptoms, at: start + 65 * MINUTE, next: start + 2 * HOUR },
        { n: 3, stage: 'resolved', symptoms, at: start + 100 * MINUTE, next: undefined },
      ],
    };
  };
  return [
    ended(41, 'Apple Pay missing on phones', 'The Apple Pay button does not appear on iPhones.', {
      id: '9871',
      key: 'PAY-97',
    }),
    ended(
      12,
      'Sign-in for charity admins fails',
      'Admins are sent back to the sign-in page after the code.',
      {
        id: '10034',
        key: 'WEB-412',
      },
    ),
  ];
}
