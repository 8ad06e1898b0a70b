import { Button } from '@zendeskgarden/react-buttons';
import { useRef, useState } from 'react';
import type { LinkedIssue } from '../../actions/linkIssue.ts';
import type { UnlinkedIssue } from '../../actions/unlinkIssue.ts';
import type { Issue } from '../../domain/issue.ts';
import { ownIssueOf } from '../../domain/ownIssue.ts';
import type { IssueTracker } from '../../ports/issues.ts';
import { explainDone } from '../explain.ts';
import { later } from '../later.tsx';
import { useWords, type Words } from '../phrases.tsx';
import { Section, Small } from '../pieces.tsx';
import { useTask } from '../useTask.ts';
import { JiraSection } from './JiraSection.tsx';
import type { KnownProps, Telling } from './Sidebar.tsx';

const FindIssue = later(() => import('./FindIssue.tsx').then((file) => file.FindIssue));

/** The issue that this ticket is linked to by itself, with the way to unlink it; or the way to link one. */
export function OwnIssue(props: KnownProps & { issues: () => Promise<IssueTracker> }) {
  const { seen, ports, now, refresh, tell, issues } = props;
  const words = useWords();
  const { t } = words;
  const { ticket } = seen;
  const key = ownIssueOf(ticket);
  const [isFinding, setFinding] = useState(false);
  // What was pressed gives way to something else, which then has the keyboard.
  const isPressed = useRef(false);
  const act = useTask(async (issue: Pick<Issue, 'id' | 'key'> | undefined) => {
    tell(undefined);
    isPressed.current = true;
    const [desk, tracker] = await Promise.all([ports.broadcasting(), issues()]);
    const done = issue
      ? await import('../../actions/linkIssue.ts').then(({ linkIssue }) =>
          linkIssue(desk, tracker, ticket.id, issue),
        )
      : await import('../../actions/unlinkIssue.ts').then(({ unlinkIssue }) =>
          unlinkIssue(desk, tracker, ticket.id, key ?? ''),
        );
    setFinding(false);
    await refresh();
    tell(tellingOf(done, issue?.key ?? key ?? '', words));
  });
  function open() {
    isPressed.current = true;
    setFinding(true);
  }
  const isBusy = act.task.state === 'running';
  const failed = act.task.state === 'failed' && (
    <Small role="alert" data-test-id="own-failed">
      {explainDone(act.task.error, words)}
    </Small>
  );
  if (key)
    return (
      <JiraSection incident={{ id: ticket.id, jiraKey: key }} {...{ ports, now }} seenAt={seen.asOf}>
        <div>
          <Button
            size="small"
            isLink
            isNeutral
            autoFocus={isPressed.current}
            onClick={() => void act.run(undefined)}
            data-test-id="own-unlink"
          >
            {t(isBusy ? 'ownIssue.unlinking' : 'ownIssue.unlink')}
          </Button>
        </div>
        {failed}
      </JiraSection>
    );
  return (
    <Section data-test-id="own-issue">
      {isFinding ? (
        <FindIssue
          issues={issues}
          isBusy={isBusy}
          onChoose={(issue) => void act.run(issue)}
          onCancel={() => setFinding(false)}
        />
      ) : (
        <div>
          <Button size="small" isLink autoFocus={isPressed.current} onClick={open} data-test-id="own-link">
            {t('ownIssue.button')}
          </Button>
        </div>
      )}
      {failed}
    </Section>
  );
}

function tellingOf(done: LinkedIssue | UnlinkedIssue, key: string, { t }: Words): Telling {
  if (done.do === 'linked') return { weight: 'success', text: t('ownIssue.linked', { key }) };
  if (done.do === 'unlinked') return { weight: 'success', text: t('ownIssue.unlinked', { key }) };
  return { weight: 'warning', text: t(REFUSALS[done.because]) };
}

const REFUSALS = {
  linked: 'ownIssue.elsewhere',
  attached: 'ownIssue.attached',
  closed: 'ownIssue.closed',
  'not allowed': 'ownIssue.notAllowed',
} as const;
