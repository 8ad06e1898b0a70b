import { Field, Select } from '@zendeskgarden/react-forms';
import { memo, useMemo } from 'react';
import { organizationsHit } from '../../../domain/organizations.ts';
import type { ReportRow } from '../../../domain/reportRows.ts';
import { useWords } from '../../phrases.tsx';

// A list that nobody reads to its end; the search by name finds the others' customers.
const MOST = 100;

/** The reports of one organization alone; the ones with the most come first. */
export const OrganizationChoice = memo(function OrganizationChoice(props: {
  rows: readonly ReportRow[];
  names: ReadonlyMap<number, string>;
  chosen: number | undefined;
  onChoose: (organization: number | undefined) => void;
}) {
  const { rows, names, chosen, onChoose } = props;
  const { t } = useWords();
  const hits = useMemo(() => organizationsHit(rows, 0).slice(0, MOST), [rows]);
  if (hits.length < 2) return null;
  return (
    <Field>
      <Field.Label hidden>{t('desk.organization')}</Field.Label>
      <Select
        isCompact
        value={chosen ?? ''}
        onChange={({ target }) => onChoose(target.value === '' ? undefined : Number(target.value))}
        data-test-id="organization-choice"
      >
        <option value="">{t('desk.allOrganizations')}</option>
        {hits.map(({ id, reports }) => (
          <option key={id} value={id}>
            {t('desk.organizationCount', {
              name: id === 0 ? t('desk.noOrganization') : (names.get(id) ?? `#${id}`),
              count: reports,
            })}
          </option>
        ))}
      </Select>
    </Field>
  );
});
