import { useEffect } from 'react';
import styled from 'styled-components';
import { readTimeline, type TimelineRead } from '../../../actions/readTimeline.ts';
import type { Entry } from '../../../domain/timeline.ts';
import type { BroadcastPorts } from '../../../ports/batches.ts';
import { DrillNote } from '../../DrillMark.tsx';
import { explainWhy } from '../../explain.ts';
import { LookFailed, Retry } from '../../LookFailed.tsx';
import { Note } from '../../Note.tsx';
import { useWords } from '../../phrases.tsx';
import { Section, Small, Title } from '../../pieces.tsx';
import { Loading } from '../../sidebar/Loading.tsx';
import { useNow } from '../../useNow.ts';
import { useTask } from '../../useTask.ts';
import type { ModalProps } from '../Modal.tsx';
import { CopyButton } from './CopyButton.tsx';
import { EntryRow } from './EntryRow.tsx';
import { SaveTimeline } from './SaveTimeline.tsx';
import { timelineText } from './timelineText.ts';
import { useTimeOf } from './useTimeOf.ts';

const Entries = styled.ol`
  list-style: none;
  padding-block-start: ${({ theme }) => theme.space.xs} !important;
`;

/** What was said to customers in an incident, when, by whom and to how many, and what became of it. */
export function Timeline({ ports, task }: Pick<ModalProps<'timeline'>, 'task'> & { ports: BroadcastPorts }) {
  const words = useWords();
  const { task: reading, run } = useTask(() => readTimeline(ports, task.incident));
  useEffect(() => void run(), [run]);
  if (reading.state === 'failed') return <LookFailed error={reading.error} again={run} />;
  if (reading.state !== 'done') return <Loading />;
  const { cutOff, entries } = reading.value;
  return (
    <>
      {cutOff && (
        <Note weight="warning">
          <CutOff read={reading.value} />
          <Retry again={run} />
        </Note>
      )}
      <DrillNote incident={reading.value.incident} />
      <Section>
        <Head read={reading.value} />
      </Section>
      <Section>
        {entries.some(({ kind }) => !BEFORE_UPDATES.has(kind)) || cutOff ? null : (
          <p>{words.t('timeline.empty')}</p>
        )}
        <History read={reading.value} ports={ports} />
      </Section>
    </>
  );
}

// What there is of an incident of which nobody has been told anything.
const BEFORE_UPDATES: ReadonlySet<Entry['kind']> = new Set(['made', 'declared', 'issue', 'review']);

function CutOff({ read }: { read: TimelineRead }) {
  const words = useWords();
  const { timeOf } = useTimeOf();
  const end = read.entries[0]?.at ?? read.asOf.toISOString();
  const why = read.cutOff ? explainWhy(read.cutOff, words) : '';
  return <span>{words.t('timeline.cutOff', { why, time: timeOf(end) })}</span>;
}

function Head({ read }: { read: TimelineRead }) {
  const words = useWords();
  const { t } = words;
  const { timeOf, zone } = useTimeOf();
  return (
    <>
      <Title tabIndex={-1}>{t('timeline.heading')}</Title>
      <Small>
        <bdi>{read.incident.title}</bdi> · #{read.incident.id}
      </Small>
      <Small>{t('timeline.asOf', { time: timeOf(read.asOf.toISOString()), zone })}</Small>
      {read.unread && (
        <Small role="alert">
          {t('several.unread', { tickets: words.listOf(read.unread.map((id) => `#${id}`)) })}
        </Small>
      )}
      <CopyButton text={timelineText(read, words, timeOf, zone)}>
        <SaveTimeline read={read} />
      </CopyButton>
    </>
  );
}

function History({ read, ports }: { read: TimelineRead; ports: BroadcastPorts }) {
  const { t } = useWords();
  const { timeOf } = useTimeOf();
  const now = useNow(ports.clock.now, 10_000);
  const before = read.heard?.by.get(0) ?? 0;
  return (
    <>
      <Entries aria-label={t('timeline.heading')}>
        {read.entries.map((entry, index) => (
          <EntryRow
            // biome-ignore lint/suspicious/noArrayIndexKey: read once, never sorted anew
            key={index}
            entry={entry}
            read={read}
            ports={ports}
            now={now}
            timeOf={timeOf}
          />
        ))}
      </Entries>
      {before > 0 && <Small>{t('timeline.before', { count: before })}</Small>}
      <Small>{t('timeline.byHand')}</Small>
    </>
  );
}
