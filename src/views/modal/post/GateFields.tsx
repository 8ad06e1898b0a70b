import { Field, Radio } from '@zendeskgarden/react-forms';
import { clockText, parsePastClock } from '../../../domain/clockText.ts';
import { gateOf, type Tracked } from '../../../domain/formGate.ts';
import type { UpdateForm } from '../../../domain/updateForm.ts';
import { useWords } from '../../phrases.tsx';
import { Small } from '../../pieces.tsx';
import type { FieldTroubles } from './fieldTroubles.ts';
import { GateIssue } from './GateIssue.tsx';
import { Column, FieldName, Pair, TimeOfDay } from './shapes.tsx';
import { TextField } from './TextField.tsx';
import type { Tracking } from './useTracking.ts';

/** What lets *resolved* be said: Jira, where the issue is fixed; else a named engineer's word, or one's own decision with its reason. */
export function GateFields(props: {
  form: UpdateForm;
  change: (changes: Partial<UpdateForm>) => void;
  troubles: FieldTroubles;
  tracking: Tracking;
  now: Date;
}) {
  const { form, change, troubles, tracking, now } = props;
  const { t } = useWords();
  const chosen = gateOf(form, tracking.tracked);
  return (
    <Column role="radiogroup" aria-labelledby="gate">
      <FieldName id="gate">{t('post.gate.heading')}</FieldName>
      <GateIssue tracking={tracking} now={now} />
      {kindsFor(tracking.tracked).map((gate) => (
        <Field key={gate}>
          <Radio name="gate" value={gate} checked={chosen === gate} onChange={() => change({ gate })}>
            <Field.Label isRegular>{labelOf(gate)}</Field.Label>
          </Radio>
        </Field>
      ))}
      {chosen === 'confirmed' && (
        <>
          <TextField
            name="gateBy"
            label={t('post.gate.by')}
            value={form.gateBy}
            onChange={(gateBy) => change({ gateBy })}
            trouble={troubles.gateBy}
            most={LONGEST_NAME}
          />
          <Pair>
            <TextField
              name="gateWhere"
              label={t('gate.where')}
              value={form.gateWhere}
              onChange={(gateWhere) => change({ gateWhere })}
              trouble={troubles.gateWhere}
              hint={t('gate.whereHint')}
              most={LONGEST_NAME}
            />
            <TimeOfDay>
              <TextField
                name="gateWhen"
                type="time"
                label={t('gate.when')}
                isOptional
                value={form.gateWhen ? clockText(new Date(form.gateWhen)) : ''}
                onChange={(text) => change({ gateWhen: parsePastClock(text, now)?.toISOString() ?? '' })}
                hint={t('gate.whenHint')}
              />
            </TimeOfDay>
          </Pair>
        </>
      )}
      {chosen === 'override' && (
        <TextField
          name="gateReason"
          label={t('post.gate.reason')}
          value={form.gateReason}
          onChange={(gateReason) => change({ gateReason })}
          trouble={troubles.gateReason}
        />
      )}
      <Small>{t(chosen === 'jira' ? 'gate.askedAgain' : 'post.gate.note')}</Small>
    </Column>
  );

  function labelOf(gate: UpdateForm['gate']): string {
    return gate === 'jira' ? t('gate.byJira') : t(`post.gate.${gate}`);
  }
}

const LONGEST_NAME = 200;

function kindsFor({ verdict }: Tracked): readonly UpdateForm['gate'][] {
  return verdict === 'open' ? ['jira', 'confirmed', 'override'] : ['confirmed', 'override'];
}
