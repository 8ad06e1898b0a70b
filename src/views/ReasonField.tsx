import { Field, Input } from '@zendeskgarden/react-forms';
import type { Ref } from 'react';
import { LONGEST_REASON } from '../domain/snooze.ts';
import { Small } from './pieces.tsx';

/** One line in which somebody says why. `unsaid` is what to say when it was left empty. */
export function ReasonField(props: {
  label: string;
  hint: string;
  value: string;
  unsaid: string | undefined;
  onChange: (reason: string) => void;
  inputRef: Ref<HTMLInputElement>;
  testId: string;
}) {
  const { label, hint, value, unsaid, onChange, inputRef, testId } = props;
  return (
    <Field>
      <Field.Label>{label}</Field.Label>
      <Field.Hint>
        <Small as="span">{hint}</Small>
      </Field.Hint>
      <Input
        ref={inputRef}
        isCompact
        dir="auto"
        value={value}
        maxLength={LONGEST_REASON}
        {...(unsaid !== undefined && { validation: 'error' as const })}
        onChange={({ target }) => onChange(target.value)}
        data-test-id={testId}
      />
      {unsaid !== undefined && <Field.Message validation="error">{unsaid}</Field.Message>}
    </Field>
  );
}
