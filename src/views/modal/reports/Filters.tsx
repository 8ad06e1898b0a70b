import { ToggleButton } from '@zendeskgarden/react-buttons';
import { Field, Input, Select } from '@zendeskgarden/react-forms';
import styled from 'styled-components';
import type { RowFilter, RowTally } from '../../../domain/reportRows.ts';
import { useWords } from '../../phrases.tsx';
import { Buttons } from '../../pieces.tsx';
import { type About, standingPhrase } from './rowWords.ts';

export const Figure = styled.span`
  margin-inline-start: ${({ theme }) => theme.space.xxs};
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  font-variant-numeric: tabular-nums;
`;
export const FilterLine = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: ${({ theme }) => theme.space.xs};
  & > :last-child { flex: 1 1 240px; max-width: 360px; }
`;

const STANDINGS = ['told', 'since', 'behind', 'cannot'] as const;

/** Which reports are shown: by where they stand, each with its figure, and by what was typed. */
export function Filters(props: {
  tally: RowTally;
  /** How many have answered the newest update, once that was found out. */
  answered: number | undefined;
  about: About;
  filter: RowFilter;
  onFilter: (filter: RowFilter) => void;
}) {
  const { tally, answered, about, filter, onFilter } = props;
  const { t } = useWords();
  const isNewest = about.n === about.newest;
  const choices = STANDINGS.filter((standing) => standing !== 'since' || !isNewest);
  return (
    <FilterLine>
      <Buttons role="group" aria-label={t('reports.show')}>
        {(['all', ...choices] as const).map((show) => (
          <ToggleButton
            key={show}
            size="small"
            isPill
            isPressed={filter.show === show}
            onClick={() => onFilter({ ...filter, show })}
            data-test-id={`show-${show}`}
          >
            {t(show === 'all' ? 'reports.all' : standingPhrase(show, isNewest))}
            <Figure>{t('reports.figure', { count: tally[show] })}</Figure>
          </ToggleButton>
        ))}
        {isNewest && about.newest > 0 && (
          <ToggleButton
            size="small"
            isPill
            isPressed={filter.show === 'answered'}
            onClick={() => onFilter({ ...filter, show: 'answered' })}
            data-test-id="show-answered"
          >
            {t('answers.filter')}
            {answered !== undefined && <Figure>{t('reports.figure', { count: answered })}</Figure>}
          </ToggleButton>
        )}
      </Buttons>
      <Field>
        <Field.Label hidden>{t('reports.filter')}</Field.Label>
        <Input
          type="search"
          isCompact
          value={filter.text}
          onChange={({ target }) => onFilter({ ...filter, text: target.value })}
          placeholder={t('reports.filter')}
          data-test-id="report-filter"
        />
      </Field>
    </FilterLine>
  );
}

/** The update that the list is about; nothing to choose while there is but one. */
export function UpdateChoice({ about, onChoose }: { about: About; onChoose: (n: number) => void }) {
  const { t } = useWords();
  const { n, newest } = about;
  if (newest < 2) return null;
  return (
    <Field>
      <Field.Label hidden>{t('reports.update')}</Field.Label>
      <Select
        isCompact
        value={n}
        onChange={({ target }) => onChoose(Number(target.value))}
        data-test-id="update-choice"
      >
        {Array.from({ length: newest }, (_, index) => newest - index).map((each) => (
          <option key={each} value={each}>
            {t(each === newest ? 'reports.newest' : 'reports.earlier', { n: each })}
          </option>
        ))}
      </Select>
    </Field>
  );
}
