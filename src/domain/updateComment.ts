import { gateLines } from './gate.ts';
import type { IssueLine, IssueText } from './issue.ts';
import { type LinkScope, ticketUrl } from './issueLinks.ts';
import type { Rca, Update } from './record.ts';

/** What customers hear of an update. */
export type Heard = Pick<
  Update,
  'n' | 'stage' | 'symptoms' | 'extra' | 'eta' | 'next' | 'noNews' | 'etaPassed' | 'gate' | 'reopens' | 'rca'
>;

/** An update as customers heard it, for those who work on the issue. */
export function updateComment(scope: LinkScope, update: Heard): IssueText {
  const { n, stage, symptoms, extra, eta, next, noNews, etaPassed, gate, reopens, rca } = update;
  if (rca) return rcaComment(scope, n, rca);
  const lines: (IssueLine | false | undefined | '')[] = [
    noNews && { text: 'No news since the last update.' },
    etaPassed && { text: 'The time given for the fix could not be kept.' },
    symptoms && { text: symptoms },
    extra && { text: extra },
    eta && { text: `ETA: ${eta.text} (${eta.by})` },
    next && { text: `Next update: ${next.slice(0, 16).replace('T', ' ')} UTC` },
    ...(gate ? gateLines(gate) : []).map((text) => ({ text })),
  ];
  return [
    [
      {
        text: `Customers were told, update ${n}: ${stage}${reopens ? ' (reopened)' : ''}`,
        isStrong: true,
      },
    ],
    lines.flatMap((line) => line || []),
    [{ text: `Incident #${scope.incident} in Zendesk`, href: updateMark(scope, n) }],
  ].filter((paragraph) => paragraph.length > 0);
}

function rcaComment(scope: LinkScope, n: number, { texts, language, to }: Rca): IssueText {
  const whom = to === 'all' ? 'Customers were sent' : 'Customers who had asked for it were sent';
  return [
    [{ text: `${whom} the root cause analysis, update ${n}`, isStrong: true }],
    (texts[language] ?? '')
      .split('\n')
      .map((text) => ({ text }))
      .filter(({ text }) => text.trim() !== ''),
    [{ text: `Incident #${scope.incident} in Zendesk`, href: updateMark(scope, n) }],
  ].filter((paragraph) => paragraph.length > 0);
}

/** Where the comment's last line leads, by which it is found again. */
export function updateMark(scope: LinkScope, n: number): string {
  return `${ticketUrl(scope, scope.incident)}#allclear-update-${n}`;
}
