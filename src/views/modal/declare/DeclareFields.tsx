import { Field, Radio, Select } from '@zendeskgarden/react-forms';
import { dayClockText, parseDayClock } from '../../../domain/clockText.ts';
import { ORIGINS, type Severity } from '../../../domain/declareDraft.ts';
import type { DeclareForm } from '../../../domain/declareForm.ts';
import { STAGES } from '../../../domain/stage.ts';
import { useWords } from '../../phrases.tsx';
import { StageChoice } from '../post/StageChoice.tsx';
import { Column, FieldName, Pair, TimeOfDay } from '../post/shapes.tsx';
import { TextField } from '../post/TextField.tsx';
import { useTimeWords } from '../post/useTimeWords.ts';
import type { FieldTroubles } from './declareWords.ts';

/** What has happened, in the words that Engineering and customers will read. */
export function DeclareFields(props: {
  form: DeclareForm;
  change: (changes: Partial<DeclareForm>) => void;
  troubles: FieldTroubles;
  now: Date;
}) {
  const { form, change, troubles, now } = props;
  const { t } = useWords();
  const timeWords = useTimeWords(now);
  const { startedAt } = form;
  return (
    <>
      <TextField
        form="declare"
        name="summary"
        label={t('declare.summary')}
        value={form.summary}
        onChange={(summary) => change({ summary })}
        trouble={troubles.summary}
        isDisabled={form.problem > 0}
        hint={t('declare.summaryHint')}
      />
      <Pair>
        <Field>
          <Field.Label>{t('declare.severity')}</Field.Label>
          <Select
            value={String(form.severity)}
            onChange={({ target }) => change({ severity: Number(target.value) as Severity })}
            data-test-id="declare-severity"
          >
            {([1, 2, 3] as const).map((severity) => (
              <option key={severity} value={severity}>
                {t(`declare.severities.${severity}`)}
              </option>
            ))}
          </Select>
        </Field>
        <TimeOfDay>
          <TextField
            form="declare"
            name="startedAt"
            type="datetime-local"
            label={t('declare.start')}
            value={startedAt ? dayClockText(new Date(startedAt)) : ''}
            onChange={(text) => change({ startedAt: parseDayClock(text)?.toISOString() ?? '' })}
            trouble={troubles.startedAt}
            hint={startedAt ? timeWords(new Date(startedAt)) : undefined}
          />
        </TimeOfDay>
      </Pair>
      <StageChoice value={form.stage} stages={RUNNING} onChange={(stage) => change({ stage })} />
      <TextField
        form="declare"
        name="symptoms"
        label={t('declare.symptoms')}
        lines={3}
        value={form.symptoms}
        onChange={(symptoms) => change({ symptoms })}
        trouble={troubles.symptoms}
        hint={t('declare.symptomsHint')}
      />
      <TextField
        form="declare"
        name="steps"
        label={t('declare.steps')}
        lines={3}
        value={form.steps}
        onChange={(steps) => change({ steps })}
        trouble={troubles.steps}
        hint={t('declare.stepsHint')}
      />
      <Column role="radiogroup" aria-labelledby="declare-origin">
        <FieldName id="declare-origin">{t('declare.origin')}</FieldName>
        {ORIGINS.map((origin) => (
          <Field key={origin}>
            <Radio
              name="origin"
              value={origin}
              checked={form.origin === origin}
              onChange={() => change({ origin })}
            >
              <Field.Label isRegular>{t(`declare.origins.${origin}`)}</Field.Label>
            </Radio>
          </Field>
        ))}
      </Column>
    </>
  );
}

// What is over is not declared.
const RUNNING = STAGES.filter((stage) => stage !== 'resolved');
