import { useCallback, useState } from 'react';
import styled from 'styled-components';
import { type Incident, isLate } from '../../domain/incident.ts';
import type { Standing } from '../../domain/standing.ts';
import { StageBadge } from '../Badge.tsx';
import { later } from '../later.tsx';
import { Note } from '../Note.tsx';
import { useWords } from '../phrases.tsx';
import { Fact, Quote, Row, Section, Small, Title } from '../pieces.tsx';
import { CustomerSection } from './CustomerSection.tsx';
import { Waiting } from './Loading.tsx';
import { BrokenPromise, PromiseSection } from './PromiseSection.tsx';
import type { KnownProps } from './Sidebar.tsx';
import { headWords } from './statusWords.ts';
import { useGuard } from './useGuard.ts';

// Below what an agent looks for first; it comes a moment later.
const Rest = later(() => import('./Rest.tsx').then((file) => file.Rest), Waiting);
const DoneFailed = later(() => import('../DoneFailed.tsx').then((file) => file.DoneFailed));
const DriftNote = later(() => import('./DriftNote.tsx').then((file) => file.DriftNote));
const RelapseNote = later(() => import('./RelapseNote.tsx').then((file) => file.RelapseNote));
const PromiseNotes = later(() => import('./PromiseNotes.tsx').then((file) => file.PromiseNotes));
const PostButton = later(() => import('./PostButton.tsx').then((file) => file.PostButton));
const Special = later(() => import('./SpecialSection.tsx').then((file) => file.SpecialSection));

// The stage keeps its shape; when it began may take a second line.
const StageLine = styled(Row)`
  & > :last-child:not(:first-child) { flex-shrink: 1; }
`;

export type Involved = Extract<Standing, { kind: 'report' | 'incident' }>;

/** Where the incident stands and, on a customer's ticket, what this customer knows of it. */
export function IncidentStatus(props: KnownProps & { standing: Involved }) {
  const { standing, seen, ports, now, refresh } = props;
  const { incident } = standing;
  const { t } = useWords();
  const onSaved = useCallback(() => void refresh(), [refresh]);
  const guard = useGuard(ports, seen.ticket.id, incident, onSaved);
  const isOwn = standing.kind === 'incident';
  const [relapse, setRelapse] = useState(0);

  return (
    <div data-test-id="incident-status">
      {guard.settleError !== undefined && (
        <DoneFailed error={guard.settleError} saying={t('settle.failed')} />
      )}
      {incident.recordTrouble && (
        <Note weight="danger">{t('trouble.record', { detail: incident.recordTrouble })}</Note>
      )}
      {isLate(incident, now) && (
        <BrokenPromise incident={incident} now={now}>
          <PostButton {...props} incident={incident} isOwn={isOwn} place="alarm" />
        </BrokenPromise>
      )}
      {(incident.isDrill || incident.mergedInto) && <Special {...props} />}
      <Head incident={incident} now={now} isOwn={isOwn} />
      {relapse > 0 && <RelapseNote {...props} incident={incident} count={relapse} />}
      {ports.issues && <DriftNote {...props} incident={incident} />}
      {!isLate(incident, now) && !incident.isOver && !incident.mergedInto && (
        <PromiseSection incident={incident} now={now} />
      )}
      {!incident.mergedInto && <PromiseNotes {...props} incident={incident} />}
      {standing.kind === 'report' && <CustomerSection {...props} standing={standing} guard={guard} />}
      <Rest {...props} onRelapse={setRelapse} />
    </div>
  );
}

/** What is known of the incident, and what customers notice of it. */
export function Head({ incident, now, isOwn }: { incident: Incident; now: Date; isOwn: boolean }) {
  const words = useWords();
  const { t } = words;
  const { stage, title, symptoms } = incident;
  const { started, age, expected } = headWords(incident, now, words);
  return (
    <Section aria-labelledby="incident">
      <StageLine>
        <StageBadge stage={stage} />
        <Small>
          <Fact>{started}</Fact> <Fact>{age}</Fact>
        </Small>
      </StageLine>
      <Title id="incident" tabIndex={-1} dir="auto" title={title}>
        {title}
      </Title>
      {incident.isOver && <Small>{t('status.over')}</Small>}
      {isOwn && <Small>{t('status.ownTicket')}</Small>}
      {symptoms ? (
        <Quote dir="auto" tabIndex={symptoms.length > LONG ? 0 : undefined}>
          {symptoms}
        </Quote>
      ) : (
        <Small>{t('status.noSymptoms')}</Small>
      )}
      {expected && <Small>{expected}</Small>}
    </Section>
  );
}

// A box that scrolls can be reached by keyboard.
const LONG = 300;
