import { Field, Select } from '@zendeskgarden/react-forms';
import type { Incident } from '../../../domain/incident.ts';
import { useWords } from '../../phrases.tsx';

export const NEW = 'new';

/** The incident to which something goes: its number, `new`, or nothing yet. */
export function TargetField(props: {
  label: string;
  value: string;
  others: readonly Incident[];
  /** Whether it may be one that is not there yet. */
  hasNew?: boolean;
  isDisabled?: boolean;
  onChange: (value: string) => void;
}) {
  const { label, value, others, hasNew = false, isDisabled = false, onChange } = props;
  const { t } = useWords();
  return (
    <Field>
      <Field.Label>{label}</Field.Label>
      <Select
        value={value}
        disabled={isDisabled}
        onChange={({ target }) => onChange(target.value)}
        data-test-id="several-target"
      >
        <option value="">{t('several.targetChoose')}</option>
        {others.map(({ id, title, stage }) => (
          <option key={id} value={id}>{`#${id} ${title} · ${t(`stage.${stage}`)}`}</option>
        ))}
        {hasNew && <option value={NEW}>{t('several.targetNew')}</option>}
      </Select>
    </Field>
  );
}
