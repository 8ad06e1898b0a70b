import { Checkbox, Field } from '@zendeskgarden/react-forms';
import styled from 'styled-components';
import type { LookAlike } from '../../../domain/lookAlikes.ts';
import type { Ticket, TicketId } from '../../../domain/ticket.ts';
import { explainLook } from '../../explain.ts';
import { useWords } from '../../phrases.tsx';
import { Fact, Row, Small } from '../../pieces.tsx';
import { RetryLink } from '../../RetryLink.tsx';
import { SharedWords } from '../../SharedWords.tsx';
import { FieldName } from '../post/shapes.tsx';
import type { Looked } from './useNearby.ts';

const Group = styled.fieldset`
  display: grid;
  gap: ${({ theme }) => theme.space.xs};
  min-width: 0;
  margin: 0;
  padding: 0;
  border: 0;
`;
const List = styled.ul`
  display: grid;
  gap: ${({ theme }) => theme.space.xs};
  max-height: 260px;
  overflow-y: auto;
`;
/** The tickets that become reports: the one at hand, and those that sound like it, each with the words they share. */
export function ChooseTickets(props: {
  ticket: Ticket | undefined;
  /** Those that it was opened with beside it. */
  others: readonly Ticket[];
  lookAlikes: Looked<readonly LookAlike[]> & { again: () => void };
  chosen: readonly TicketId[];
  now: Date;
  onTick: (id: TicketId, isChosen: boolean) => void;
}) {
  const { ticket, others, lookAlikes, chosen, now, onTick } = props;
  const words = useWords();
  const { t } = words;
  const given = new Set(others.map(({ id }) => id));
  const found =
    lookAlikes.state === 'seen' ? lookAlikes.value.filter((each) => !given.has(each.ticket.id)) : [];
  const isReport = ticket && ticket.type !== 'problem';
  return (
    <Group aria-labelledby="declare-tickets" data-test-id="declare-tickets">
      <Row>
        <FieldName id="declare-tickets">{t('declare.tickets')}</FieldName>
        <Small>{t('declare.ticked', { count: chosen.length })}</Small>
      </Row>
      <List>
        {isReport && (
          <Choice ticket={ticket} isChosen={chosen.includes(ticket.id)} now={now} onTick={onTick} isOwn />
        )}
        {others.map((each) => (
          <Choice key={each.id} ticket={each} isChosen={chosen.includes(each.id)} now={now} onTick={onTick} />
        ))}
        {found.map(({ ticket: each, words: shared }) => (
          <Choice
            key={each.id}
            ticket={each}
            isChosen={chosen.includes(each.id)}
            shared={shared}
            now={now}
            onTick={onTick}
          />
        ))}
      </List>
      {lookAlikes.state === 'looking' && ticket && <Small role="status">{t('declare.looking')}</Small>}
      {lookAlikes.state === 'failed' && (
        <Small role="alert">
          {explainLook(lookAlikes.error, undefined, words)} <RetryLink again={lookAlikes.again} />
        </Small>
      )}
      {lookAlikes.state === 'seen' && (
        <Small>{found.length + others.length > 0 ? t('declare.searchLags') : t('declare.noneAlike')}</Small>
      )}
    </Group>
  );
}

function Choice(props: {
  ticket: Ticket;
  isChosen: boolean;
  shared?: readonly string[];
  isOwn?: boolean;
  now: Date;
  onTick: (id: TicketId, isChosen: boolean) => void;
}) {
  const { ticket, isChosen, shared = [], isOwn, now, onTick } = props;
  const { t, ago } = useWords();
  const age = ago(now.getTime() - Date.parse(ticket.createdAt));
  return (
    <li>
      <Field>
        <Checkbox
          checked={isChosen}
          onChange={({ target }) => onTick(ticket.id, target.checked)}
          data-test-id={`declare-ticket-${ticket.id}`}
        >
          <Field.Label isRegular>
            <span dir="auto">{ticket.subject}</span>{' '}
            <Small as="span">
              <Fact>{`#${ticket.id}`}</Fact> · <Fact>{isOwn ? t('declare.thisTicket') : age}</Fact>
            </Small>
          </Field.Label>
          {shared.length > 0 && (
            <Field.Hint>
              <SharedWords label={t('list.shares')} words={shared} />
            </Field.Hint>
          )}
        </Checkbox>
      </Field>
    </li>
  );
}
