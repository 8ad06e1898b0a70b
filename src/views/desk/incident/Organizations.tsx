import { useMemo } from 'react';
import { newestUpdate } from '../../../domain/incident.ts';
import { organizationsHit } from '../../../domain/organizations.ts';
import { StateOfReading } from '../../modal/reports/StateOfReading.tsx';
import { useWords } from '../../phrases.tsx';
import { OnlyHeard, Small } from '../../pieces.tsx';
import { Loading } from '../../sidebar/Loading.tsx';
import { Figures, Stack } from '../shapes.tsx';
import type { Listed } from './useListing.ts';

/** Which organizations the incident has hit, the one with the most tickets first. */
export function Organizations({ list, names, now }: Listed & { now: Date }) {
  const { t } = useWords();
  const { shown } = list;
  const n = shown ? newestUpdate(shown.incident) : 0;
  const hits = useMemo(() => (shown ? organizationsHit(shown.rows, n) : []), [shown, n]);
  if (!shown) return <Loading />;
  const figure = (count: number) => t('reports.figure', { count });
  return (
    <Stack data-test-id="organizations">
      <StateOfReading list={list} listing={shown} now={now} />
      {hits.length === 0 && shown.isWhole && <p>{t('reports.none')}</p>}
      {hits.length > 0 && (
        <Figures>
          <OnlyHeard as="caption">{t('desk.tab.organizations')}</OnlyHeard>
          <thead>
            <tr>
              <th scope="col">{t('desk.organization')}</th>
              <th scope="col">{t('desk.hit.tickets')}</th>
              <th scope="col">{t('desk.hit.customers')}</th>
              <th scope="col">{t('desk.hit.told', { n })}</th>
            </tr>
          </thead>
          <tbody>
            {hits.slice(0, MOST_ROWS).map(({ id, reports, customers, told }) => (
              <tr key={id}>
                <th scope="row">
                  <bdi>{id === 0 ? t('desk.noOrganization') : (names.get(id) ?? `#${id}`)}</bdi>
                </th>
                <td>{figure(reports)}</td>
                <td>{figure(customers)}</td>
                <td>{t('coverage.of', { told, total: reports })}</td>
              </tr>
            ))}
          </tbody>
        </Figures>
      )}
      {hits.length > MOST_ROWS && <Small>{t('desk.hit.more', { count: hits.length - MOST_ROWS })}</Small>}
    </Stack>
  );
}

const MOST_ROWS = 200;
