import { ToggleButton } from '@zendeskgarden/react-buttons';
import { Field, Input } from '@zendeskgarden/react-forms';
import type { Incident } from '../../domain/incident.ts';
import type { Settings } from '../../domain/settings.ts';
import { Figure, FilterLine } from '../modal/reports/Filters.tsx';
import { useWords } from '../phrases.tsx';
import { Buttons } from '../pieces.tsx';
import { type DeskFilter, isWanted, SHOWS } from './deskFilter.ts';

/** Which incidents are shown: by what presses, each with its figure, and by what was typed. */
export function DeskFilters(props: {
  running: readonly Incident[];
  over: readonly Incident[];
  filter: DeskFilter;
  setFilter: (filter: DeskFilter) => void;
  now: Date;
  settings: Settings;
}) {
  const { running, over, filter, setFilter, now, settings } = props;
  const { t } = useWords();
  // Reviews are owed by those that are over; all else is asked of those that run.
  const count = (show: DeskFilter['show']) =>
    (show === 'review' ? [...running, ...over] : running).filter((incident) =>
      isWanted(incident, { show, text: '' }, now, settings),
    ).length;
  return (
    <FilterLine>
      <Buttons role="group" aria-label={t('reports.show')}>
        {SHOWS.map((show) => (
          <ToggleButton
            key={show}
            size="small"
            isPill
            isPressed={filter.show === show}
            onClick={() => setFilter({ ...filter, show })}
            data-test-id={`desk-show-${show}`}
          >
            {t(`desk.show.${show}`)}
            <Figure>{t('reports.figure', { count: count(show) })}</Figure>
          </ToggleButton>
        ))}
      </Buttons>
      <Field>
        <Field.Label hidden>{t('desk.search')}</Field.Label>
        <Input
          type="search"
          isCompact
          value={filter.text}
          onChange={({ target }) => setFilter({ ...filter, text: target.value })}
          placeholder={t('desk.searchKey')}
          data-test-id="desk-search"
        />
      </Field>
    </FilterLine>
  );
}
