import styled from 'styled-components';
import type { Customers } from '../../../actions/whoWrote.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import { useWords } from '../../phrases.tsx';
import { Small } from '../../pieces.tsx';
import { RetryLink } from '../../RetryLink.tsx';
import { Close, Column, FieldName } from '../post/shapes.tsx';
import { TextField } from '../post/TextField.tsx';
import type { Looked } from './useNearby.ts';

const Counts = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.space.xxs};
`;

/** Who is hit: counted from the chosen tickets, and whoever else is known. */
export function ImpactField(props: {
  customers: Looked<Customers> & { again: () => void };
  chosen: readonly TicketId[];
  more: string;
  trouble: string | undefined;
  onChange: (more: string) => void;
}) {
  const { customers, chosen, more, trouble, onChange } = props;
  const { t, listOf } = useWords();
  return (
    <Column data-test-id="declare-impact">
      <Close>
        <FieldName>{t('declare.impact')}</FieldName>
        {chosen.length > 0 && customers.state === 'looking' && (
          <Small role="status">{t('declare.counting')}</Small>
        )}
        {customers.state === 'failed' && (
          <Small role="alert">
            {t('declare.impactFailed')} <RetryLink again={customers.again} />
          </Small>
        )}
        {customers.state === 'seen' && chosen.length > 0 && <Counted {...customers.value} />}
      </Close>
      <TextField
        form="declare"
        name="more"
        label={chosen.length > 0 ? t('declare.impactMore') : t('declare.impactWho')}
        isOptional={chosen.length > 0}
        lines={2}
        value={more}
        onChange={onChange}
        trouble={trouble}
      />
    </Column>
  );

  function Counted({ impact, writers, people }: Customers) {
    return (
      <Counts>
        <span>{t('declare.people', { count: writers })}</span>
        {impact.organizations.length > 0 && (
          <Small>{some(impact.organizations.map(({ name }) => name))}</Small>
        )}
        <Small>{some([...people.values()].map(({ name }) => name).filter(Boolean))}</Small>
      </Counts>
    );
  }

  function some(names: readonly string[]): string {
    const shown = names.slice(0, MOST_NAMED).map(apart);
    return listOf(shown) + (names.length > shown.length ? ' …' : '');
  }
}

// A name that is written the other way round leaves the rest of the list in its order.
const apart = (name: string) => `\u2068${name}\u2069`;

const MOST_NAMED = 8;
