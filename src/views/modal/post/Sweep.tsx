import styled from 'styled-components';
import { attachAndTell } from '../../../actions/attachAndTell.ts';
import { tellOne } from '../../../actions/tellOne.ts';
import type { Incident } from '../../../domain/incident.ts';
import { newestUpdate } from '../../../domain/incident.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import { leftWords } from '../../declare/stepWords.ts';
import { useWords } from '../../phrases.tsx';
import { Small } from '../../pieces.tsx';
import { tellingOfOne } from '../../sidebar/tellingOfOne.ts';
import { BECAUSE } from '../reports/rowWords.ts';
import { SweepList } from './SweepList.tsx';
import { SweepRow } from './SweepRow.tsx';
import { FieldName } from './shapes.tsx';
import { useSweep } from './useSweep.ts';

const Lists = styled.section`
  display: grid;
  gap: ${({ theme }) => theme.space.sm};
  min-width: 0;
`;

/**
 * What to look at before *resolved* is said: tickets that were missed, customers who were never told, questions that stand. It
 * informs; nothing in it has to be done.
 */
export function Sweep(props: {
  ports: ModalPorts;
  incident: Incident;
  now: Date;
  /** This agent may tell customers. */
  mayTell: boolean;
  /** A report more, or one more that was told. */
  onChanged: () => void;
  onOpen: (id: TicketId) => void;
}) {
  const { ports, incident, now, mayTell, onChanged, onOpen } = props;
  const words = useWords();
  const { t, ago } = words;
  const { missed, reports, swept } = useSweep(ports, incident);
  const isUpdated = newestUpdate(incident) > 0;
  const age = (at: string) => ago(now.getTime() - Date.parse(at));
  const partly = swept && !swept.isAll ? t('sweep.partly', { looked: swept.looked }) : undefined;
  const limits = [
    partly,
    swept && swept.unread > 0 && t('sweep.unread', { count: swept.unread }),
    swept && swept.unknown > 0 && t('answers.unknown', { count: swept.unknown }),
  ].filter((each) => typeof each === 'string');

  async function takeIn(id: TicketId): Promise<string> {
    const done = await attachAndTell(ports, incident.id, id);
    if (done.do === 'left') return leftWords(done.left, words);
    onChanged();
    return isUpdated ? `${t('sweep.attached')} ${tellingOfOne(done.told, words).text}` : t('sweep.attached');
  }
  async function tell(id: TicketId): Promise<string> {
    const told = await tellOne(ports, incident.id, id);
    onChanged();
    return tellingOfOne(told, words).text;
  }

  return (
    <Lists aria-labelledby="sweep" data-test-id="sweep">
      <FieldName id="sweep">{t('sweep.heading')}</FieldName>
      <Small>{t('sweep.hint')}</Small>
      <SweepList
        name={t('sweep.missed')}
        testId="sweep-missed"
        items={(missed.task.state === 'done' ? missed.task.value : []).map((each) => ({
          ...each,
          id: each.ticket.id,
        }))}
        task={missed.task}
        again={() => void missed.run()}
        none={t('sweep.noneMissed')}
        limits={t('sweep.searchLags')}
        row={({ id, ticket, words: shared }) => (
          <SweepRow
            key={id}
            id={id}
            subject={ticket.subject}
            about={`${age(ticket.createdAt)} · ${t('list.shares')} ${shared.join(', ')}`}
            onOpen={() => onOpen(id)}
            deed={
              mayTell
                ? { label: t(isUpdated ? 'sweep.attachAndTell' : 'sweep.attach'), run: () => takeIn(id) }
                : undefined
            }
          />
        )}
      />
      {isUpdated && (
        <SweepList
          name={t('sweep.neverTold')}
          testId="sweep-never"
          items={swept?.neverTold ?? []}
          task={reports.task}
          again={() => void reports.run()}
          none={t('sweep.noneNever')}
          limits={partly}
          row={({ id, subject, customer, cannot }) => (
            <SweepRow
              key={id}
              id={id}
              subject={subject}
              about={[customer, cannot && t(BECAUSE[cannot])].filter(Boolean).join(' · ')}
              onOpen={() => onOpen(id)}
              deed={mayTell && !cannot ? { label: t('sweep.tell'), run: () => tell(id) } : undefined}
            />
          )}
        />
      )}
      {isUpdated && (
        <SweepList
          name={t('sweep.questions')}
          testId="sweep-questions"
          items={swept?.questions ?? []}
          task={reports.task}
          again={() => void reports.run()}
          none={t('sweep.noneOpen')}
          limits={limits.join(' ') || undefined}
          row={({ id, subject, customer, at, words: said }) => (
            <SweepRow
              key={id}
              id={id}
              subject={subject}
              about={`${[customer, age(at)].filter(Boolean).join(' · ')}: ${said}`}
              onOpen={() => onOpen(id)}
              deed={undefined}
            />
          )}
        />
      )}
    </Lists>
  );
}
