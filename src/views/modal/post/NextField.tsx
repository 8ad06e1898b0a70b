import { Button } from '@zendeskgarden/react-buttons';
import { clockText, parseClock } from '../../../domain/clockText.ts';
import { inMinutes } from '../../../domain/updateForm.ts';
import { useWords } from '../../phrases.tsx';
import { Choices, TimeOfDay } from './shapes.tsx';
import { TextField } from './TextField.tsx';
import { useTimeWords } from './useTimeWords.ts';

const CHOICES = [30, 60, 120];

/** When customers hear from us next: by the agent's own clock, and always with how long that is. */
export function NextField(props: {
  value: string;
  onChange: (iso: string) => void;
  now: Date;
  trouble?: string | undefined;
}) {
  const { value, onChange, now, trouble } = props;
  const { t, span } = useWords();
  const timeWords = useTimeWords(now);
  return (
    <TimeOfDay>
      <TextField
        name="next"
        type="time"
        label={t('post.next')}
        value={value ? clockText(new Date(value)) : ''}
        onChange={(text) => onChange(parseClock(text, now)?.toISOString() ?? '')}
        trouble={trouble}
        hint={value ? t('post.everyZone', { time: timeWords(new Date(value)) }) : undefined}
      />
      <Choices role="group" aria-label={t('post.next')}>
        {CHOICES.map((minutes) => (
          <Button key={minutes} isLink size="small" onClick={() => onChange(inMinutes(minutes, now))}>
            {t('time.in', { age: span(minutes * 60_000) })}
          </Button>
        ))}
      </Choices>
    </TimeOfDay>
  );
}
