import { Checkbox, Field, Fieldset, Select } from '@zendeskgarden/react-forms';
import type { IssueValues } from '../../domain/declareDraft.ts';
import type { DemandedField, IssueKind } from '../../ports/issues.ts';
import { TextField } from '../modal/post/TextField.tsx';
import { useWords } from '../phrases.tsx';
import { Small } from '../pieces.tsx';

/** What the tracker wants to know before it takes an issue: the kind, and that kind's required fields. */
export function DemandFields(props: {
  kinds: readonly IssueKind[];
  kind: string;
  values: IssueValues;
  isTried: boolean;
  onChange: (change: { kind: string; values: IssueValues }) => void;
}) {
  const { kinds, kind, values, isTried, onChange } = props;
  const { t } = useWords();
  const chosen = kinds.find(({ id }) => id === kind);
  return (
    <>
      {kinds.length > 1 && (
        <Field>
          <Field.Label>{t('declare.kind')}</Field.Label>
          <Select
            value={kind}
            onChange={({ target }) => onChange({ kind: target.value, values: {} })}
            data-test-id="declare-kind"
          >
            {kinds.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {chosen?.fields.map((field) => (
        <Demanded
          key={field.id}
          field={field}
          value={values[field.id]}
          trouble={
            isTried && isLacking(field, values)
              ? t('declare.trouble.demanded', { name: field.name })
              : undefined
          }
          onChange={(value) => onChange({ kind, values: { ...values, [field.id]: value } })}
        />
      ))}
    </>
  );
}

/** Whether an answer is missing that the tracker would refuse the issue for. */
export function isLacking({ id, kind }: DemandedField, values: IssueValues): boolean {
  const value = values[id];
  if (kind === 'other') return true;
  return value === undefined || value === '' || (typeof value === 'object' && value.length === 0);
}

function Demanded(props: {
  field: DemandedField;
  value: IssueValues[string] | undefined;
  trouble: string | undefined;
  onChange: (value: IssueValues[string]) => void;
}) {
  const { field, value, trouble, onChange } = props;
  const { t } = useWords();
  const { id, name, kind, choices } = field;
  switch (kind) {
    case 'other':
      return <Small role="alert">{t('declare.demandsOther', { name })}</Small>;
    case 'choice':
      return (
        <Field>
          <Field.Label>{name}</Field.Label>
          <Select
            name={`demand-${id}`}
            value={String(value ?? '')}
            onChange={({ target }) => onChange(target.value)}
            {...(trouble && { validation: 'error' as const })}
            data-test-id={`demand-${name}`}
          >
            <option value="">{t('declare.choose')}</option>
            {choices.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {choice.name}
              </option>
            ))}
          </Select>
          {trouble && <Field.Message validation="error">{trouble}</Field.Message>}
        </Field>
      );
    case 'choices': {
      const all = Array.isArray(value) ? (value as readonly string[]) : [];
      return (
        <Fieldset isCompact>
          <Fieldset.Legend>{name}</Fieldset.Legend>
          {choices.map((choice) => (
            <Field key={choice.id}>
              <Checkbox
                checked={all.includes(choice.id)}
                onChange={({ target }) =>
                  onChange(target.checked ? [...all, choice.id] : all.filter((each) => each !== choice.id))
                }
              >
                <Field.Label isRegular>{choice.name}</Field.Label>
              </Checkbox>
            </Field>
          ))}
          {trouble && <Small role="alert">{trouble}</Small>}
        </Fieldset>
      );
    }
    case 'text':
    case 'long text':
    case 'number':
    case 'date':
      return (
        <TextField
          form="demand"
          name={id}
          label={name}
          value={String(value ?? '')}
          trouble={trouble}
          onChange={(text) => onChange(kind === 'number' && text !== '' ? Number(text) : text)}
          {...(kind === 'long text' && { lines: 2 })}
          type={kind === 'number' || kind === 'date' ? kind : 'text'}
        />
      );
  }
}
