import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import styled from 'styled-components';
import type { Issue } from '../../domain/issue.ts';
import type { IssueTracker } from '../../ports/issues.ts';
import { ServiceError } from '../../ports.ts';
import { explainIssueTrouble, statusOf } from '../explainIssue.ts';
import { useWords } from '../phrases.tsx';
import { Buttons, Row, Small } from '../pieces.tsx';
import { useTask } from '../useTask.ts';

const MOST_SHOWN = 5;

const Choices = styled(Buttons)`
  margin-block: ${({ theme }) => theme.space.xs};
`;
const Found = styled(Row)`
  align-items: center;
  padding-block: ${({ theme }) => theme.space.xxs};
`;

/** Looks for an issue by its key or by words, and lets the agent choose one. */
export function FindIssue(props: {
  issues: () => Promise<IssueTracker>;
  isBusy: boolean;
  onChoose: (issue: Issue) => void;
  onCancel: () => void;
}) {
  const { issues, isBusy, onChoose, onCancel } = props;
  const words = useWords();
  const { t } = words;
  const [text, setText] = useState('');
  const { task, run } = useTask(async (wanted: string) => (await issues()).search(wanted));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) void run(text);
      }}
    >
      <Field>
        <Field.Label>{t('ownIssue.label')}</Field.Label>
        <Input
          isCompact
          autoFocus
          dir="auto"
          value={text}
          onChange={({ target }) => setText(target.value)}
          data-test-id="own-words"
        />
      </Field>
      <Choices>
        <Button
          size="small"
          type="submit"
          disabled={task.state === 'running' || !text.trim()}
          data-test-id="own-search"
        >
          {t(task.state === 'running' ? 'ownIssue.searching' : 'ownIssue.search')}
        </Button>
        <Button size="small" isBasic type="button" onClick={onCancel}>
          {t('ownIssue.cancel')}
        </Button>
      </Choices>
      {task.state === 'failed' && (
        <Small role="alert">
          {task.error instanceof ServiceError ? explainIssueTrouble(task.error, words) : t('trouble.bug')}
        </Small>
      )}
      {task.state === 'done' && task.value.length === 0 && <Small role="status">{t('ownIssue.none')}</Small>}
      {task.state === 'done' && (
        <ul data-test-id="own-found">
          {task.value.slice(0, MOST_SHOWN).map((issue) => (
            <Found as="li" key={issue.id}>
              <div>
                <div>
                  {issue.key} · <span dir="auto">{statusOf(issue, words)}</span>
                </div>
                <Small dir="auto">{issue.summary}</Small>
              </div>
              <Button
                size="small"
                disabled={isBusy}
                onClick={() => onChoose(issue)}
                aria-label={t('ownIssue.linkKey', { key: issue.key })}
              >
                {t('ownIssue.link')}
              </Button>
            </Found>
          ))}
        </ul>
      )}
    </form>
  );
}
