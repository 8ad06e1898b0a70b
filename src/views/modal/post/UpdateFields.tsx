import { Checkbox, Field } from '@zendeskgarden/react-forms';
import { hintsOn } from '../../../domain/hints.ts';
import { type Incident, newestUpdate } from '../../../domain/incident.ts';
import { isEtaUnanswered, isFixAwaited } from '../../../domain/promises.ts';
import { etaTime, type UpdateForm } from '../../../domain/updateForm.ts';
import { useWords } from '../../phrases.tsx';
import { Small } from '../../pieces.tsx';
import { adviceOn, type FieldTroubles } from './fieldTroubles.ts';
import { GateFields } from './GateFields.tsx';
import { NextField } from './NextField.tsx';
import { StageChoice } from './StageChoice.tsx';
import { Pair } from './shapes.tsx';
import { TextField } from './TextField.tsx';
import { useTimeWords } from './useTimeWords.ts';
import type { Tracking } from './useTracking.ts';

/** What an update says, field by field; a stage's form asks for no more than it needs. */
export function UpdateFields(props: {
  form: UpdateForm;
  change: (changes: Partial<UpdateForm>) => void;
  incident: Incident;
  troubles: FieldTroubles;
  tracking: Tracking;
  now: Date;
}) {
  const { form, change, incident, troubles, tracking, now } = props;
  const words = useWords();
  const { t } = words;
  const hints = hintsOn(form);
  const isResolved = form.stage === 'resolved';
  return (
    <>
      <StageChoice value={form.stage} onChange={(stage) => change({ stage, noNews: false })} />
      {isResolved && (
        <GateFields form={form} change={change} troubles={troubles} tracking={tracking} now={now} />
      )}
      {!isResolved && newestUpdate(incident) > 0 && incident.stage !== 'resolved' && (
        <Field>
          <Checkbox
            checked={form.noNews}
            onChange={({ target }) =>
              change(target.checked ? { noNews: true, stage: incident.stage } : { noNews: false })
            }
            data-test-id="post-no-news"
          >
            <Field.Label isRegular>{t('post.noNews')}</Field.Label>
            <Field.Hint>
              <Small as="span">{t('post.noNewsHint')}</Small>
            </Field.Hint>
          </Checkbox>
        </Field>
      )}
      {!isResolved && (
        <>
          <TextField
            name="symptoms"
            label={t('post.symptoms')}
            lines={3}
            value={form.symptoms}
            onChange={(symptoms) => change({ symptoms })}
            trouble={troubles.symptoms}
            advice={adviceOn('symptoms', hints, words)}
            hint={t('post.symptomsHint')}
          />
          <NextField
            value={form.next}
            onChange={(next) => change({ next })}
            now={now}
            trouble={troubles.next}
          />
          <EtaPassed {...props} />
          <EtaFields {...props} advice={adviceOn('eta', hints, words)} />
        </>
      )}
      <TextField
        name="extra"
        label={t('post.extra')}
        isOptional
        lines={2}
        value={form.extra}
        onChange={(extra) => change({ extra })}
        trouble={troubles.extra}
        advice={adviceOn('extra', hints, words)}
        hint={t('post.extraHint')}
      />
    </>
  );
}

/** The honest words about a time that customers were given and that has passed: proposed until an update has answered it. */
function EtaPassed({ form, change, incident, now }: Parameters<typeof UpdateFields>[0]) {
  const { t, clockTime } = useWords();
  const at = incident.eta?.at;
  if (!at || !isFixAwaited(form.stage) || !isEtaUnanswered(incident, now)) return null;
  return (
    <Field>
      <Checkbox
        checked={form.etaPassed}
        onChange={({ target }) => change({ etaPassed: target.checked })}
        data-test-id="post-eta-passed"
      >
        <Field.Label isRegular>{t('post.etaPassed')}</Field.Label>
        <Field.Hint>
          <Small as="span">{t('post.etaPassedHint', { time: clockTime(at, now) })}</Small>
        </Field.Hint>
      </Checkbox>
    </Field>
  );
}

function EtaFields({
  form,
  change,
  incident,
  troubles,
  now,
  advice,
}: Parameters<typeof UpdateFields>[0] & { advice: readonly string[] }) {
  const { t } = useWords();
  const timeWords = useTimeWords(now);
  const at = etaTime(form, incident, now);
  const hint = at ? t('post.everyZone', { time: timeWords(at) }) : t('post.etaHint');
  return (
    <Pair>
      <TextField
        name="eta"
        label={t('post.eta')}
        isOptional
        value={form.eta}
        onChange={(eta) => change({ eta })}
        trouble={troubles.eta}
        hint={form.eta.trim() ? hint : undefined}
      />
      <TextField
        name="etaBy"
        label={t('post.etaBy')}
        value={form.etaBy}
        onChange={(etaBy) => change({ etaBy })}
        trouble={troubles.etaBy}
        advice={troubles.etaBy ? [] : advice}
      />
    </Pair>
  );
}
