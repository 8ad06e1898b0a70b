import { useEffect, useState } from 'react';
import { newestUpdate } from '../../domain/incident.ts';
import { isUntold } from '../../domain/telling.ts';
import { later } from '../later.tsx';
import { useWords } from '../phrases.tsx';
import { Section, Small } from '../pieces.tsx';
import { endOf } from '../telling/endOf.ts';
import { TellingProgress } from '../telling/TellingProgress.tsx';
import { useTelling } from '../telling/useTelling.ts';
import { CoverageCount } from './CoverageCount.tsx';
import type { Involved } from './IncidentStatus.tsx';
import type { KnownProps } from './Sidebar.tsx';
import { takeTellWish } from './tellWish.ts';
import { noteToldHere } from './toldHere.ts';
import { useBroadcaster } from './useBroadcaster.ts';
import { useCounted } from './useCounted.ts';
import { useGoingOn } from './useGoingOn.ts';

const GoOn = later(() => import('./GoOn.tsx').then((file) => file.GoOn));

/** How many have been told the newest update, who has not, and how to go on with those; or how that is going on here. */
export function CoverageSection(props: KnownProps & { standing: Involved }) {
  const { standing, seen, ports, now, refresh, tell } = props;
  const { incident } = standing;
  const { browser } = ports;
  const words = useWords();
  const broadcaster = useBroadcaster(ports);
  const mayTell = broadcaster !== undefined && !broadcaster.refusal;
  const [isAlone, setAlone] = useState(() => browser.goesOnAlone());
  const telling = useTelling(ports.broadcasting, incident.id, newestUpdate(incident));
  const isBusy = telling.state === 'running' || telling.state === 'pausing';
  const isEager = isAlone && mayTell;
  const counting = useCounted(incident, ports, seen.ticket.updatedAt, { isResting: isBusy, isEager });
  const { counted, watch } = counting;
  const goingOn = useGoingOn({ telling, incident, watch, browser, isAlone: isEager });

  // An update that was approved here is told from here.
  const { start } = goingOn;
  useEffect(() => {
    if (mayTell && takeTellWish(incident.id, newestUpdate(incident))) start();
  }, [mayTell, incident, start]);

  const end = endOf(telling, words);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as it ends
  useEffect(() => {
    if (end?.weight === 'success') tell({ weight: 'success', text: end.lines.join(' ') });
    if (telling.outcome?.broadcast.end === 'done') noteToldHere(incident.id, telling.n);
    if (end) void refresh();
  }, [telling.state]);

  // What went well shows in the count; what did not stays until somebody goes on.
  if (isBusy || (end && end.weight !== 'success')) {
    return (
      <>
        <TellingProgress
          telling={{ ...telling, start: goingOn.start }}
          now={now}
          onSee={() => void ports.modals.open({ show: 'reports', incident: incident.id }).then(refresh)}
        />
        {isBusy && goingOn.isByItself && (
          <Section>
            <Small role="status">{words.t('goOn.wentOn')}</Small>
          </Section>
        )}
      </>
    );
  }
  const isLeft = counted !== undefined && isUntold(incident, counted.coverage, counted.isAll);
  return (
    <CoverageCount {...props} counting={counting} mayTell={mayTell}>
      {isLeft && mayTell && (
        <GoOn
          {...{ incident, watch, now, goingOn, isAlone }}
          left={counted.coverage.behind}
          setAlone={(wanted) => {
            browser.setGoesOnAlone(wanted);
            setAlone(wanted);
          }}
        />
      )}
    </CoverageCount>
  );
}
