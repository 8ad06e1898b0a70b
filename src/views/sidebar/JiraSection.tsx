import { Anchor } from '@zendeskgarden/react-buttons';
import type { ReactNode } from 'react';
import type { Ports } from '../../ports.ts';
import { explainIssueTrouble, statusOf } from '../explainIssue.ts';
import type { IssueKnown } from '../issueWatch.ts';
import { useWords } from '../phrases.tsx';
import { Fact, OnlyHeard, Row, Section, Small } from '../pieces.tsx';
import { useIssue, type WithIssue } from '../useIssue.ts';

// What is older than the usual pause between two looks carries its age.
const FRESH_MS = 2 * 60_000;

/** The issue that Engineering works on: where it stands, with whom, and since when; or why that is not known. */
export function JiraSection(props: {
  incident: WithIssue;
  ports: Ports;
  now: Date;
  seenAt: Date;
  children?: ReactNode;
}) {
  const { incident, ports, now, seenAt, children } = props;
  const words = useWords();
  const { t, ago } = words;
  const { known } = useIssue(ports, incident, seenAt.getTime());
  if (!incident.jiraKey) return null;
  const { read, error } = known ?? {};
  const issue = read?.issue;
  const key = issue?.key ?? incident.jiraKey;
  const since = (at: Date | string) => ago(now.getTime() - new Date(at).getTime());
  const isOld = read !== undefined && now.getTime() - read.asOf.getTime() > FRESH_MS;
  return (
    <Section aria-labelledby="jira" data-test-id="jira">
      <OnlyHeard as="h2" id="jira">
        {t('jira.heading')}
      </OnlyHeard>
      <Row>
        <span>
          <KeyLink issueKey={key} href={read?.url ?? hrefOf(key, ports.settings.jiraSite)} />
          {issue && (
            <>
              {' · '}
              <span dir="auto" data-test-id="jira-status">
                {statusOf(issue, words)}
              </span>
            </>
          )}
        </span>
        {issue && (
          <Small data-test-id="jira-last">
            <bdi>{issue.assignee ?? t('gate.nobody')}</bdi> · <Fact>{since(issue.updatedAt)}</Fact>
          </Small>
        )}
        {ports.issues && !known && <Small>{t('gate.asking')}</Small>}
      </Row>
      {issue && issue.key !== incident.jiraKey && (
        <Small>{t('gate.moved', { key: incident.jiraKey, now: issue.key })}</Small>
      )}
      <Small role={error && 'status'} hidden={!error && !isOld} data-test-id="jira-trouble">
        {[error && explainIssueTrouble(error, words), read && (error || isOld) && ageOf(read)]
          .filter(Boolean)
          .join(' ')}
      </Small>
      {children}
    </Section>
  );

  function ageOf({ asOf }: NonNullable<IssueKnown['read']>): string {
    return t('gate.asOf', { ago: since(asOf) });
  }
}

function KeyLink({ issueKey, href }: { issueKey: string; href: string | undefined }) {
  const { t } = useWords();
  if (!href) return <span>{issueKey}</span>;
  return (
    <Anchor href={href} target="_blank" rel="noreferrer" aria-label={t('jira.open', { key: issueKey })}>
      {issueKey}
    </Anchor>
  );
}

// A hand-edited key leads nowhere but to the site.
function hrefOf(key: string, site: string): string | undefined {
  return site && /^[A-Z][A-Z0-9_]+-\d+$/.test(key) ? `https://${site}/browse/${key}` : undefined;
}
