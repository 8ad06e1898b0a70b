import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import type { Measured1 } from '../../../domain/deskMeasures.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import { useWords } from '../../phrases.tsx';
import { OnlyHeard } from '../../pieces.tsx';
import { Figures } from '../shapes.tsx';
import { measureColumns, wordsOfMeasures } from './measureWords.ts';

const Wide = styled.div`
  overflow-x: auto;
`;

/** The figures of each, the newest first. */
export function MeasureTable({
  measured,
  open,
}: {
  measured: readonly Measured1[];
  open: (id: TicketId) => void;
}) {
  const words = useWords();
  const { t } = words;
  return (
    <Wide tabIndex={0} role="region" aria-label={t('desk.measure.each')}>
      <Figures data-test-id="measure-table">
        <OnlyHeard as="caption">{t('desk.measure.each')}</OnlyHeard>
        <thead>
          <tr>
            {measureColumns(words).map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measured.map((one) => (
            <tr key={one.incident.id}>
              <th scope="row">
                <Button isLink onClick={() => open(one.incident.id)}>
                  <bdi>{one.incident.title}</bdi>
                </Button>
              </th>
              {wordsOfMeasures(one, words).map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: one for each column
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </Figures>
    </Wide>
  );
}
