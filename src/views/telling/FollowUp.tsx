import { useEffect, useRef, useState } from 'react';
import type { FollowedUp } from '../../actions/followUp.ts';
import type { SyncProgress } from '../../actions/syncLinks.ts';
import type { Incident } from '../../domain/incident.ts';
import type { BroadcastPorts } from '../../ports/batches.ts';
import { explainDone } from '../explain.ts';
import { explainReason } from '../explainReason.ts';
import { Note } from '../Note.tsx';
import { useWords, type Words } from '../phrases.tsx';
import { Section, Small } from '../pieces.tsx';
import { useTask } from '../useTask.ts';
import { ChannelOutcomes } from './ChannelOutcomes.tsx';
import type { Telling } from './useTelling.ts';

/** What follows once customers are told: Engineering hears of it on the issue. Closing the view leaves the rest to others. */
export function FollowUp(props: { ports: BroadcastPorts; incident: Incident; telling: Telling; now: Date }) {
  const { ports, incident, telling } = props;
  const key = incident.jiraKey ?? '';
  const hasIssue = ports.issues !== undefined && key !== '';
  const hasChannels = [ports.chat, ports.guide, ports.statusPage].some((each) => each !== undefined);
  const words = useWords();
  const { t } = words;
  const [progress, setProgress] = useState<SyncProgress>();
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  const { task, run } = useTask(async () => {
    const { followUp } = await import('../../actions/followUp.ts');
    const isStopped = () => isGone.current;
    return followUp(ports, incident.id, telling.n, { isStopped, onProgress: setProgress });
  });
  const finished = telling.outcome?.finished;
  const isOver = finished?.do === 'finished' && finished.isSolved;
  const isTold = telling.state === 'ended' && telling.outcome?.broadcast.end === 'done';
  useEffect(() => {
    if (isTold && (hasIssue || hasChannels || isOver)) void run();
  }, [isTold, hasIssue, hasChannels, isOver, run]);

  switch (task.state) {
    case 'idle':
      return null;
    case 'running':
      return (
        <Section data-test-id="follow-up" aria-busy>
          <Small>
            {hasIssue
              ? t('links.after.running', { key })
              : t(hasChannels ? 'channels.running' : 'restore.running')}
          </Small>
          {progress && progress.of > 0 && (
            <Small>{t('links.progress', { done: progress.done, of: progress.of })}</Small>
          )}
        </Section>
      );
    case 'failed':
      return <Later text={explainDone(task.error, words)} />;
    case 'done': {
      return (
        <>
          <ChannelOutcomes receipts={task.value.receipts} />
          {hasIssue && <OnIssue followed={task.value} issueKey={key} />}
        </>
      );
    }
  }
}

function OnIssue({ followed, issueKey: key }: { followed: FollowedUp; issueKey: string }) {
  const words = useWords();
  const trouble = troubleOf(followed, key, words);
  if (trouble) return <Later text={trouble} />;
  return (
    <Section data-test-id="follow-up">
      <Small role="status">{words.t('links.after.told', { key })}</Small>
    </Section>
  );
}

function Later({ text }: { text: string }) {
  return (
    <Section data-test-id="follow-up">
      <Note weight="warning">{text}</Note>
    </Section>
  );
}

function troubleOf({ receipts, error, synced }: FollowedUp, key: string, words: Words): string | undefined {
  const { t } = words;
  const failed = receipts.find(({ channel, outcome }) => channel === 'jira' && outcome === 'failed');
  if (failed) {
    const why = explainReason('Jira', failed.reason, failed.detail, words);
    return t('links.after.failed', { key, why });
  }
  if (error) return `${t('links.after.later', { key })} ${explainDone(error, words)}`;
  return synced?.end === 'done' ? undefined : t('links.after.later', { key });
}
