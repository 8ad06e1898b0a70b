import { useEffect } from 'react';
import type { ModalPorts } from '../../../ports/batches.ts';
import { Badge } from '../../Badge.tsx';
import { useWords } from '../../phrases.tsx';
import { Label, Row, Section, Small } from '../../pieces.tsx';
import { Waiting } from '../../sidebar/Loading.tsx';
import { useNow } from '../../useNow.ts';
import { useTask } from '../../useTask.ts';
import type { Check, Verdict } from './verdict.ts';

const TONES = { good: 'success', warning: 'warning', bad: 'danger', off: 'neutral' } as const;

/** One part of the settings, tried out as this appears: its result, what to do about it, and how old that is. */
export function CheckRow({ check, ports }: { check: Check; ports: ModalPorts }) {
  const words = useWords();
  const { t, ago } = words;
  const now = useNow(ports.clock.now);
  const { task, run } = useTask(async () => ({ say: await check.run(ports), at: ports.clock.now() }));
  useEffect(() => void run(), [run]);
  if (task.state === 'idle' || task.state === 'running') return <Waiting />;
  const bug: Verdict = { tone: 'bad', lines: [t('trouble.bug')] };
  const { tone, lines } = task.state === 'done' ? task.value.say(words) : bug;
  const id = `check-${check.id}`;
  return (
    <Section aria-labelledby={id} data-test-id={id}>
      <Row>
        <Label id={id}>{t(check.name)}</Label>
        <Badge $tone={TONES[tone]}>{t(`settingsCheck.tone.${tone}`)}</Badge>
      </Row>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {task.state === 'done' && (
        <Small>{t('settingsCheck.checked', { age: ago(now.getTime() - task.value.at.getTime()) })}</Small>
      )}
    </Section>
  );
}
