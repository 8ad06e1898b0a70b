import { Anchor } from '@zendeskgarden/react-buttons';
import type { Incident } from '../../domain/incident.ts';
import { useWords } from '../phrases.tsx';
import { Label, Row, Section } from '../pieces.tsx';

/** The issue that Engineering works on. */
export function JiraSection({ incident: { jiraKey }, site }: { incident: Incident; site: string }) {
  const { t } = useWords();
  if (!jiraKey) return null;
  // A hand-edited key leads nowhere but to the site.
  const href =
    site && /^[A-Z][A-Z0-9_]+-\d+$/.test(jiraKey) ? `https://${site}/browse/${jiraKey}` : undefined;
  return (
    <Section aria-labelledby="jira">
      <Row>
        <Label id="jira">{t('jira.heading')}</Label>
        {href ? (
          <Anchor href={href} target="_blank" rel="noreferrer" aria-label={t('jira.open', { key: jiraKey })}>
            {jiraKey}
          </Anchor>
        ) : (
          <span>{jiraKey}</span>
        )}
      </Row>
    </Section>
  );
}
