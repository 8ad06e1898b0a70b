import type { Declaration } from './declaration.ts';
import type { Incident } from './incident.ts';
import type { IssueLine, IssueText } from './issue.ts';

/** What Engineering reads in the issue: what the runbook asks for, and where it comes from. */
export function issueText(incident: Incident, declaration: Declaration, ticketUrl: string): IssueText {
  const { impact, steps, origin, by, reports } = declaration;
  const facts: [string, string][] = [
    ['Customers impacted', impact],
    ['Start time of incident', incident.startedAt],
    ['Steps taken before the error', steps],
    ['Symptoms and errors', incident.symptoms],
    [
      'Found by',
      `${origin === 'alert' ? 'a monitoring alert' : 'customer reports'}; severity ${incident.severity}`,
    ],
    [
      'Customer tickets',
      reports.length === 0
        ? 'None yet. Each one is linked here as it is attached.'
        : `${reports.length} at declaration. Each one is linked here.`,
    ],
  ];
  return [
    ...facts.map(([name, text]): IssueLine[] => [
      { text: name, isStrong: true },
      ...text
        .split('\n')
        .filter(Boolean)
        .map((line) => ({ text: line })),
    ]),
    [{ text: `Declared by ${by.name} in Zendesk: ` }, { text: `incident #${incident.id}`, href: ticketUrl }],
  ];
}
