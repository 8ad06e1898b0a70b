import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import { INCIDENT_TAG, type Incident } from '../../domain/incident.ts';
import type { Standing } from '../../domain/standing.ts';
import { DoneFailed } from '../DoneFailed.tsx';
import { later } from '../later.tsx';
import { Note } from '../Note.tsx';
import { useWords } from '../phrases.tsx';
import { Buttons, Row, Section, Small, Title } from '../pieces.tsx';
import { useTask } from '../useTask.ts';
import { alignLater } from './alignLater.ts';
import { Filter } from './Filter.tsx';
import { IncidentCard } from './IncidentCard.tsx';
import type { KnownProps } from './Sidebar.tsx';
import { REFUSALS, tellingOfAttach } from './tellingOfAttach.ts';
import { useMatches } from './useMatches.ts';

// It asks for more, and nobody looks there first.
const DeclareFoot = later(() => import('./DeclareFoot.tsx').then((file) => file.DeclareFoot));
const OwnIssue = later(() => import('./OwnIssue.tsx').then((file) => file.OwnIssue));
const CardDrift = later(() => import('./CardDrift.tsx').then((file) => file.CardDrift));

type FreeStanding = Exclude<Standing, { kind: 'report' | 'incident' }>;

/** A ticket that belongs to no incident of ours: the running ones, best match first, one click from attached. */
export function FreeTicket(props: KnownProps & { standing: FreeStanding }) {
  const { seen, standing, ports, now, refresh, tell } = props;
  const words = useWords();
  const { t, ago } = words;
  const [filter, setFilter] = useState('');
  const [asked, setAsked] = useState<Incident>();
  const matches = useMatches(props);

  const attach = useTask(async (incident: Incident, move: boolean) => {
    tell(undefined);
    setAsked(undefined);
    const { attachReport } = await import('../../actions/attachReport.ts');
    const attached = await attachReport(ports, seen.ticket.id, incident.id, { move });
    if (attached.do === 'ask') return setAsked(incident);
    if (attached.do === 'attached') alignLater(ports, incident, seen.ticket.id, 'attached');
    await refresh();
    const telling = tellingOfAttach(attached, incident, words);
    tell(telling);
    if (attached.do !== 'attached' || !incident.update || !ports.settings.tellsLateByItself) return;
    tell({ ...telling, text: `${telling.text} ${t('late.telling', { n: incident.update.n })}` });
    const { tellLate } = await import('./tellLate.ts');
    const late = await tellLate(ports, incident.id, seen.ticket.id, words);
    await refresh();
    tell({ ...late, text: `${telling.text} ${late.text}` });
  });

  const shown = matches.filter(({ incident }) => holds(incident, filter));
  const canAttach = standing.kind !== 'shut';
  return (
    <>
      {standing.kind === 'shut' && <Note weight="warning">{t(REFUSALS[standing.because])}</Note>}
      {standing.kind === 'foreign' && !asked && (
        <Note weight="warning">
          <span>{t('attach.foreign', { problem: `#${standing.problem}` })}</span>
          <div>
            <Button isLink size="small" onClick={() => ports.form.openTicket(standing.problem)}>
              {t('attach.foreignOpen', { problem: `#${standing.problem}` })}
            </Button>
          </div>
        </Note>
      )}
      {attach.task.state === 'failed' && <DoneFailed error={attach.task.error} />}
      {asked && (
        <Note weight="warning">
          <span>{t('attach.askText', { problem: `#${seen.ticket.problemId ?? ''}` })}</span>
          <Buttons>
            <Button size="small" onClick={() => void attach.run(asked, true)}>
              {t('attach.askMove')}
            </Button>
            <Button size="small" isBasic onClick={() => setAsked(undefined)}>
              {t('attach.cancel')}
            </Button>
          </Buttons>
        </Note>
      )}
      <Section data-test-id="incident-list" aria-labelledby="incidents">
        <Row>
          <Title id="incidents" tabIndex={-1}>
            {seen.active.length > 0 ? t('list.title', { count: seen.active.length }) : t('list.noneTitle')}
          </Title>
          <Small>{t('time.seen', { age: ago(now.getTime() - seen.asOf.getTime()) })}</Small>
        </Row>
        {seen.active.length === 0 && <Small>{t('list.noneText', { tag: INCIDENT_TAG })}</Small>}
        {matches.length > MANY && <Filter value={filter} onChange={setFilter} />}
        {filter && shown.length === 0 && <Small>{t('list.filterNone', { text: filter })}</Small>}
        <ul>
          {shown.map((match, index) => (
            <IncidentCard
              key={match.incident.id}
              match={match}
              now={now}
              canAttach={canAttach}
              isBusy={attach.task.state === 'running'}
              onAttach={() => void attach.run(match.incident, false)}
            >
              {ports.issues && index < MOST_ASKED && match.incident.jiraKey && (
                <CardDrift incident={match.incident} {...{ ports, now }} seenAt={seen.asOf} />
              )}
            </IncidentCard>
          ))}
        </ul>
        {seen.more && <Small>{t('list.more')}</Small>}
      </Section>
      {(canAttach || standing.because === 'problem') && <DeclareFoot {...props} />}
      {standing.kind === 'free' && ports.issues && <OwnIssue {...props} issues={ports.issues} />}
      <AdminFoot {...props} />
    </>
  );
}

const AdminFoot = later(() => import('./AdminFoot.tsx').then((file) => file.AdminFoot));

// Jira is asked about each; those further down are nobody's likely match.
const MOST_ASKED = 3;

// With fewer, the eye is faster than the keyboard.
const MANY = 5;

function holds({ title, symptoms }: Incident, filter: string): boolean {
  return `${title}\n${symptoms}`.toLocaleLowerCase().includes(filter.trim().toLocaleLowerCase());
}
