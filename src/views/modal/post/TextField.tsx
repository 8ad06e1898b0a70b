import { Field, Input, Textarea } from '@zendeskgarden/react-forms';
import type { ReactNode } from 'react';
import { useWords } from '../../phrases.tsx';
import { Small } from '../../pieces.tsx';
import { Aside, Beneath } from './shapes.tsx';

/** One field of the form: its name, what is typed, what is wrong with it, and advice that stops nobody. */
export function TextField(props: {
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  isOptional?: boolean;
  hint?: ReactNode;
  /** What keeps the update from being posted. */
  trouble?: string | undefined;
  advice?: readonly string[];
  lines?: number;
  type?: 'text' | 'time' | 'datetime-local' | 'number' | 'date';
  isDisabled?: boolean;
  /** What its test id begins with. */
  form?: string;
  /** How many signs it takes. */
  most?: number;
}) {
  const {
    name,
    label,
    value,
    onChange,
    isOptional,
    hint,
    trouble,
    advice = [],
    lines,
    most,
    type = 'text',
    isDisabled = false,
    form = 'post',
  } = props;
  const { t } = useWords();
  const validation = trouble ? ('error' as const) : undefined;
  const shared = {
    name,
    value,
    dir: 'auto' as const,
    disabled: isDisabled,
    'data-test-id': `${form}-${name}`,
    ...(validation && { validation }),
    ...(most && { maxLength: most }),
  };
  return (
    <Field>
      <Field.Label>
        {label}
        {isOptional && <Aside as="span"> {t('post.optional')}</Aside>}
      </Field.Label>
      {lines ? (
        <Textarea
          {...shared}
          isResizable
          minRows={lines}
          maxRows={12}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <Input {...shared} type={type} onChange={(event) => onChange(event.target.value)} />
      )}
      {trouble && <Field.Message validation="error">{trouble}</Field.Message>}
      {advice.map((text) => (
        <Field.Message key={text} validation="warning">
          {text}
        </Field.Message>
      ))}
      {hint && (
        <Beneath>
          <Field.Hint>
            <Small as="span">{hint}</Small>
          </Field.Hint>
        </Beneath>
      )}
    </Field>
  );
}
