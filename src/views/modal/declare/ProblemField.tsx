import { Field, Input, Select } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import type { Ticket, TicketId } from '../../../domain/ticket.ts';
import { useWords } from '../../phrases.tsx';
import { Small } from '../../pieces.tsx';
import { Beneath } from '../post/shapes.tsx';
import type { Looked } from './useNearby.ts';

const BY_NUMBER = 'number';

/** The incident's ticket: a new one, or a problem ticket that is there. */
export function ProblemField(props: {
  value: TicketId;
  problems: Looked<readonly Ticket[]>;
  onChange: (problem: TicketId) => void;
}) {
  const { value, problems, onChange } = props;
  const { t } = useWords();
  const known = problems.state === 'seen' ? problems.value : [];
  const isKnown = known.some(({ id }) => id === value);
  const [isByNumber, setByNumber] = useState(false);
  const isOther = isByNumber || (value > 0 && !isKnown);
  return (
    <>
      <Field>
        <Field.Label>{t('declare.problem')}</Field.Label>
        <Select
          value={isOther ? BY_NUMBER : String(value)}
          onChange={({ target }) => {
            setByNumber(target.value === BY_NUMBER);
            onChange(target.value === BY_NUMBER ? 0 : Number(target.value));
          }}
          data-test-id="declare-problem"
        >
          <option value="0">{t('declare.problemNew')}</option>
          {known.slice(0, MOST_OFFERED).map(({ id, subject }) => (
            <option key={id} value={id}>{`#${id} ${subject}`}</option>
          ))}
          <option value={BY_NUMBER}>{t('declare.problemOther')}</option>
        </Select>
        {(value > 0 || isOther) && (
          <Beneath>
            <Field.Hint>
              <Small as="span">{t('declare.problemHint')}</Small>
            </Field.Hint>
          </Beneath>
        )}
      </Field>
      {isOther && (
        <Field>
          <Field.Label isRegular>{t('declare.problemNumber')}</Field.Label>
          <Input
            isCompact
            inputMode="numeric"
            value={value > 0 ? String(value) : ''}
            onChange={({ target }) => {
              const digits = target.value.replace(/\D/g, '').slice(0, 15);
              setByNumber(true);
              onChange(Number(digits || 0));
            }}
            data-test-id="declare-problem-number"
          />
        </Field>
      )}
    </>
  );
}

const MOST_OFFERED = 30;
