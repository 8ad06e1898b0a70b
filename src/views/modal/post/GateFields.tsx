import { Field, Radio } from '@zendeskgarden/react-forms';
import type { UpdateForm } from '../../../domain/updateForm.ts';
import { useWords } from '../../phrases.tsx';
import { Small } from '../../pieces.tsx';
import { Column, FieldName } from './shapes.tsx';
import { TextField } from './TextField.tsx';

/** What lets *resolved* be said: a named engineer's word, or one's own decision with its reason. */
export function GateFields(props: {
  form: UpdateForm;
  change: (changes: Partial<UpdateForm>) => void;
  byTrouble?: string | undefined;
  reasonTrouble?: string | undefined;
}) {
  const { form, change, byTrouble, reasonTrouble } = props;
  const { t } = useWords();
  return (
    <Column role="radiogroup" aria-labelledby="gate">
      <FieldName id="gate">{t('post.gate.heading')}</FieldName>
      {(['confirmed', 'override'] as const).map((gate) => (
        <Field key={gate}>
          <Radio name="gate" value={gate} checked={form.gate === gate} onChange={() => change({ gate })}>
            <Field.Label isRegular>{t(`post.gate.${gate}`)}</Field.Label>
          </Radio>
        </Field>
      ))}
      {form.gate === 'confirmed' ? (
        <TextField
          name="gateBy"
          label={t('post.gate.by')}
          value={form.gateBy}
          onChange={(gateBy) => change({ gateBy })}
          trouble={byTrouble}
        />
      ) : (
        <TextField
          name="gateReason"
          label={t('post.gate.reason')}
          value={form.gateReason}
          onChange={(gateReason) => change({ gateReason })}
          trouble={reasonTrouble}
        />
      )}
      <Small>{t('post.gate.note')}</Small>
    </Column>
  );
}
