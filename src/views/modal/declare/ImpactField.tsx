import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import type { Customers } from '../../../actions/whoWrote.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import { useWords } from '../../phrases.tsx';
import { Small } from '../../pieces.tsx';
import { Column, FieldName } from '../post/shapes.tsx';
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
      <FieldName>{t('declare.impact')}</FieldName>
      {chosen.length > 0 && customers.state === 'looking' && (
        <Small role="status">{t('declare.counting')}</Small>
      )}
      {customers.state === 'failed' && (
        <Small role="alert">
          {t('declare.impactFailed')}{' '}
          <Button isLink size="small" onClick={customers.again}>
            {t('trouble.retry')}
          </Button>
        </Small>
      )}
      {customers.state === 'seen' && chosen.length > 0 && <Counted {...customers.value} />}
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
    const names = [...people.values()].map(({ name }) => name).filter(Boolean);
    const shown = names.slice(0, MOST_NAMED);
    return (
      <Counts>
        <span>{t('declare.people', { count: writers })}</span>
        {impact.organizations.length > 0 && (
          <Small dir="auto">
            {listOf(impact.organizations.slice(0, MOST_NAMED).map(({ name }) => name))}
            {impact.organizations.length > MOST_NAMED && ' …'}
          </Small>
        )}
        <Small dir="auto">
          {listOf(shown)}
          {names.length > shown.length && ' …'}
        </Small>
      </Counts>
    );
  }
}

const MOST_NAMED = 8;
