import { Button } from '@zendeskgarden/react-buttons';
import { useMemo, useRef } from 'react';
import type { Waiting } from '../../actions/paced.ts';
import { aboutSpan } from '../aboutSpan.ts';
import { Count, Meter } from '../Meter.tsx';
import { Note } from '../Note.tsx';
import { useWords, type Words } from '../phrases.tsx';
import { Buttons, Label, OnlyHeard, Row, Section, Small } from '../pieces.tsx';
import { CancelRest } from './CancelRest.tsx';
import { endOf } from './endOf.ts';
import { reasonsOf } from './reasonsOf.ts';
import type { Telling } from './useTelling.ts';

/** How far a broadcast of this tab has come, what it waits for, and how it ended. */
export function TellingProgress(props: {
  telling: Telling;
  now: Date;
  /** Shows who was not told; left out where there is nothing to open. */
  onSee?: (() => void) | undefined;
}) {
  const { telling, now, onSee } = props;
  const { state, n, progress, total } = telling;
  const words = useWords();
  const { t } = words;
  const told = progress?.told ?? 0;
  const skipped = progress?.skipped ?? [];
  const hidden = progress?.hidden ?? 0;
  const cannot = reasonsOf(skipped, words, hidden);
  const end = endOf(telling, words);
  const isOver = state === 'ended' || state === 'paused';
  return (
    <Section aria-labelledby="telling" data-test-id="telling" aria-busy={!isOver}>
      <Row>
        <Label id="telling">{isOver ? t('telling.over', { n }) : t('telling.heading', { n })}</Label>
        <Count data-test-id="telling-count">{t('coverage.of', { told, total })}</Count>
      </Row>
      <Meter told={told} cannot={skipped.length + hidden} total={total} />
      {!isOver && (
        <Row>
          <Small data-test-id="telling-left">{stepOf(telling, now, words)}</Small>
          {state === 'running' && (
            <Button isLink size="small" onClick={telling.pause} data-test-id="telling-pause">
              {t('telling.pause')}
            </Button>
          )}
        </Row>
      )}
      {cannot && (
        <Row>
          <Small>{cannot}</Small>
          {onSee && (
            <Button isLink size="small" onClick={onSee}>
              {t('coverage.see')}
            </Button>
          )}
        </Row>
      )}
      <Milestones telling={telling} />
      {end && (
        <Note weight={end.weight}>
          {end.lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
          {end.mayGoOn && (
            <Buttons>
              <Button size="small" onClick={telling.start} data-test-id="telling-continue">
                {t('telling.continue')}
              </Button>
              {end.mayCancel && <CancelRest telling={telling} />}
            </Buttons>
          )}
        </Note>
      )}
    </Section>
  );
}

/** What is going on, in one line; figures move on screen, and nobody has to listen to each of them. */
function stepOf({ state, progress, total, timeLeft }: Telling, now: Date, words: Words): string {
  const { t } = words;
  if (state === 'pausing') return t('telling.pausing');
  if (!progress) return t('telling.starting');
  const { told, unsure, skipped, hidden, waiting } = progress;
  const toGo = total - told - unsure - skipped.length - hidden;
  const figures = [
    toGo > 0 && t('telling.toGo', { count: toGo }),
    unsure > 0 && t('telling.unsure', { count: unsure }),
    waitOf(waiting, now, words) ?? leftOf(timeLeft(now), words),
  ];
  return figures.filter((each) => typeof each === 'string').join(' · ') || t('telling.wrapUp');
}

function waitOf(waiting: Waiting | undefined, now: Date, { t, span }: Words): string | undefined {
  if (!waiting) return undefined;
  const ms = waiting.until.getTime() - now.getTime();
  const wait = span(Math.ceil(Math.max(0, ms) / 1_000) * 1_000);
  switch (waiting.for) {
    case 'our share':
      return t('telling.wait.share', { wait });
    case 'too many':
      return t('telling.wait.tooMany', { wait });
    case 'zendesk':
      return t('telling.wait.zendesk', { wait });
    case 'settling':
      return t('telling.wait.settling', { wait });
    case 'jobs': // Zendesk is at work: that is no wait of ours
      return undefined;
  }
}

// Nobody believes a second of an estimate, and figures that hop about are hard to read.
function leftOf(ms: number | undefined, words: Words): string | undefined {
  return ms === undefined ? undefined : words.t('telling.left', { age: aboutSpan(ms, words) });
}

// Whoever listens hears every tenth, and the end in its note.
const STEPS = 10;

function Milestones({ telling: { n, progress, total } }: { telling: Telling }) {
  const { t } = useWords();
  const told = useRef(0);
  told.current = progress?.told ?? 0;
  const step = total > 0 ? Math.floor((told.current * STEPS) / total) : 0;
  const text = useMemo(
    () => (step > 0 ? t('telling.heard', { n, told: told.current, total }) : ''),
    [step, n, total, t],
  );
  return <OnlyHeard role="status">{text}</OnlyHeard>;
}
