import { Button } from '@zendeskgarden/react-buttons';
import { type ReactNode, useState } from 'react';
import styled from 'styled-components';
import { explainLook } from '../../explain.ts';
import { useWords } from '../../phrases.tsx';
import { Row, Small } from '../../pieces.tsx';
import { RetryLink } from '../../RetryLink.tsx';
import type { Task } from '../../useTask.ts';
import { FieldName } from './shapes.tsx';

const List = styled.ul`
  display: grid;
  gap: ${({ theme }) => theme.space.xs};
  & button { text-align: start; }
`;
const Group = styled.section`
  display: grid;
  gap: ${({ theme }) => theme.space.xxs};
  min-width: 0;
`;
const FIRST_ROWS = 4;

/** One of the lists of a sweep: how many there are, the first of them, and what is not known. */
export function SweepList<Item extends { id: number }>(props: {
  name: string;
  testId: string;
  items: readonly Item[];
  task: Task<unknown>;
  again: () => void;
  /** When there is nothing in it. */
  none: string;
  /** What it leaves out. */
  limits?: string | undefined;
  row: (item: Item) => ReactNode;
}) {
  const { name, testId, items, task, again, none, limits, row } = props;
  const words = useWords();
  const { t } = words;
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? items : items.slice(0, FIRST_ROWS);
  const isBusy = task.state === 'running' || task.state === 'idle';
  return (
    <Group aria-label={name} aria-busy={isBusy} data-test-id={testId}>
      <Row>
        <FieldName>{name}</FieldName>
        {!isBusy && task.state !== 'failed' && (
          <Small as="span">{t('reports.figure', { count: items.length })}</Small>
        )}
      </Row>
      {items.length > 0 && <List>{shown.map(row)}</List>}
      {items.length > shown.length && (
        <div>
          <Button isLink size="small" onClick={() => setOpen(true)}>
            {t('sweep.all', { count: items.length })}
          </Button>
        </div>
      )}
      {isBusy && <Small role="status">{t('sweep.looking')}</Small>}
      {task.state === 'failed' && (
        <Small role="alert">
          {explainLook(task.error, undefined, words)} <RetryLink again={again} />
        </Small>
      )}
      {task.state === 'done' && (items.length === 0 || limits) && (
        <Small>{[items.length === 0 && none, limits].filter(Boolean).join(' ')}</Small>
      )}
    </Group>
  );
}
