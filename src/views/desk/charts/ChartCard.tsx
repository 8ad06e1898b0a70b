import { Button } from '@zendeskgarden/react-buttons';
import { getColor } from '@zendeskgarden/react-theming';
import { type ReactNode, useId, useState } from 'react';
import styled from 'styled-components';
import { useWords } from '../../phrases.tsx';
import { OnlyHeard, Row, Small } from '../../pieces.tsx';
import { Figures } from '../shapes.tsx';

const Card = styled.section`
  display: grid;
  gap: ${({ theme }) => theme.space.sm};
  min-width: 0;
  padding: ${({ theme }) => theme.space.md};
  border: ${({ theme }) => `${theme.borders.sm} ${getColor({ theme, variable: 'border.subtle' })}`};
  border-radius: ${({ theme }) => theme.borderRadii.md};
`;
const Name = styled.h2`
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
`;

/** Whether this browser can draw at all; where it can't, the table stands in. */
const canDraw = (() => {
  let known: boolean | undefined;
  return () => {
    known ??= typeof Path2D !== 'undefined' && document.createElement('canvas').getContext('2d') !== null;
    return known;
  };
})();

/** A chart, and the same as a table for those who would rather read or hear it. */
export function ChartCard(props: {
  name: string;
  hint: string;
  testId: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  children: ReactNode;
}) {
  const { name, hint, testId, columns, rows, children } = props;
  const { t } = useWords();
  const id = useId();
  const [isTable, setTable] = useState(!canDraw());
  return (
    <Card aria-labelledby={id} data-test-id={testId}>
      <Row>
        <Name id={id}>{name}</Name>
        {canDraw() && (
          <Button isLink size="small" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
            {t(isTable ? 'desk.chart.asChart' : 'desk.chart.asTable')}
            <OnlyHeard>{name}</OnlyHeard>
          </Button>
        )}
      </Row>
      <Small>{hint}</Small>
      {rows.length === 0 && <p>{t('desk.chart.nothing')}</p>}
      {rows.length > 0 && !isTable && children}
      {rows.length > 0 && isTable && (
        <Figures>
          <OnlyHeard as="caption">{name}</OnlyHeard>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first, ...rest], index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: drawn as a whole, never sorted
              <tr key={index}>
                <th scope="row">{first}</th>
                {rest.map((cell, column) => (
                  <td key={columns[column + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </Figures>
      )}
    </Card>
  );
}
