import { Checkbox, Field, Input } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import styled from 'styled-components';
import { filterRows } from '../../../domain/reportRows.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import { explainLook } from '../../explain.ts';
import { useWords } from '../../phrases.tsx';
import { Fact, Row, Small } from '../../pieces.tsx';
import { Close } from '../post/shapes.tsx';
import { useReportList } from '../reports/useReportList.ts';

const List = styled.ul`
  display: grid;
  gap: ${({ theme }) => theme.space.xs};
  max-height: ${({ theme }) => `${theme.space.base * 65}px`};
  overflow-y: auto;
`;

// More than anybody reads one by one: a search finds the others, and one press takes all that it finds.
const MOST_SHOWN = 100;

/** The reports of an incident, found by what is typed and ticked one by one or all at once. */
export function ChooseReports(props: {
  ports: ModalPorts;
  incident: TicketId;
  chosen: ReadonlySet<TicketId>;
  isDisabled: boolean;
  onChange: (chosen: ReadonlySet<TicketId>) => void;
}) {
  const { ports, incident, chosen, isDisabled, onChange } = props;
  const words = useWords();
  const { t } = words;
  const [text, setText] = useState('');
  const list = useReportList(ports, incident);
  const rows = (list.shown?.rows ?? []).filter(({ cannot }) => cannot !== 'closed' && cannot !== 'merged');
  const found = filterRows(rows, { show: 'all', text }, 0, 0);
  const more = found.length - MOST_SHOWN;
  function tick(ids: readonly TicketId[], isChosen: boolean) {
    const next = new Set(chosen);
    for (const id of ids) {
      if (isChosen) next.add(id);
      else next.delete(id);
    }
    onChange(next);
  }
  return (
    <Close data-test-id="choose-reports">
      <Field>
        <Field.Label>{t('several.filter')}</Field.Label>
        <Input
          isCompact
          value={text}
          disabled={isDisabled}
          onChange={({ target }) => setText(target.value)}
          data-test-id="choose-filter"
        />
      </Field>
      <Row>
        <Field>
          <Checkbox
            checked={found.length > 0 && found.every(({ id }) => chosen.has(id))}
            disabled={isDisabled || found.length === 0}
            onChange={({ target }) =>
              tick(
                found.map(({ id }) => id),
                target.checked,
              )
            }
            data-test-id="choose-all"
          >
            <Field.Label>{t('several.all', { count: found.length })}</Field.Label>
          </Checkbox>
        </Field>
        <Small role="status">{t('several.chosen', { count: chosen.size })}</Small>
      </Row>
      <List>
        {found.slice(0, MOST_SHOWN).map(({ id, subject, customer }) => (
          <li key={id}>
            <Field>
              <Checkbox
                checked={chosen.has(id)}
                disabled={isDisabled}
                onChange={({ target }) => tick([id], target.checked)}
                data-test-id={`choose-${id}`}
              >
                <Field.Label isRegular>
                  <span dir="auto">{subject}</span>{' '}
                  <Small as="span">
                    <Fact>{`#${id}`}</Fact> · <bdi>{customer}</bdi>
                  </Small>
                </Field.Label>
              </Checkbox>
            </Field>
          </li>
        ))}
      </List>
      {more > 0 && <Small>{t('several.more', { count: more })}</Small>}
      {list.state === 'reading' && <Small role="status">{t('several.reading')}</Small>}
      {list.state === 'failed' && <Small role="alert">{explainLook(list.error, undefined, words)}</Small>}
      {list.state === 'whole' && rows.length === 0 && <Small>{t('several.empty')}</Small>}
    </Close>
  );
}
