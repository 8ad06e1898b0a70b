import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import type { Incident } from '../../domain/incident.ts';
import type { PossibleIncident } from '../../domain/spotting.ts';
import { Disclose } from '../Disclose.tsx';
import { useWords } from '../phrases.tsx';
import { Buttons, Small } from '../pieces.tsx';
import { Lines } from './possibleShapes.tsx';
import type { GroupDeed } from './useGroupDeed.ts';

/** Declare it, attach its tickets to an incident that is running, or say that it is none. What is likely comes first. */
export function PossibleDeeds(props: {
  group: PossibleIncident;
  running: readonly Incident[];
  /** It is the most pressing one: a screen has one button that asks to be pressed. */
  isFirst: boolean;
  /** Under way now. */
  doing: GroupDeed['do'] | undefined;
  act: (deed: GroupDeed) => void;
}) {
  const { group, running, isFirst, doing, act } = props;
  const { likely } = group;
  const { t } = useWords();
  const [isChoosing, setChoosing] = useState(false);
  const count = group.tickets.length;
  const isBusy = doing !== undefined;
  const others = running.filter(({ id }) => id !== likely?.id);
  return (
    <>
      {likely && <p dir="auto">{t('possible.sounds', { title: likely.title })}</p>}
      <Buttons>
        {likely && (
          <Button
            size="small"
            isPrimary={isFirst}
            disabled={isBusy}
            aria-label={t('possible.attachTo', { count, title: likely.title })}
            onClick={() => act({ do: 'attach', incident: likely })}
            data-test-id="possible-attach"
          >
            {doing === 'attach' ? t('possible.attaching') : t('possible.attach', { count })}
          </Button>
        )}
        <Button
          size="small"
          isPrimary={isFirst && !likely}
          disabled={isBusy}
          onClick={() => act({ do: 'declare' })}
          data-test-id="possible-declare"
        >
          {t('possible.declare')}
        </Button>
        <Button
          size="small"
          disabled={isBusy}
          onClick={() => act({ do: 'dismiss' })}
          data-test-id="possible-dismiss"
        >
          {doing === 'dismiss' ? t('possible.dismissing') : t('possible.dismiss')}
        </Button>
      </Buttons>
      {others.length > 0 && (
        <div>
          <Disclose isOpen={isChoosing} setOpen={setChoosing} testId="possible-elsewhere">
            {likely ? t('possible.attachOther') : t('possible.attachElsewhere')}
          </Disclose>
        </div>
      )}
      {isChoosing && (
        <Lines>
          {others.map((incident) => (
            <li key={incident.id}>
              <Button isLink disabled={isBusy} onClick={() => act({ do: 'attach', incident })}>
                {t('possible.attachTo', { count, title: incident.title })}
              </Button>
            </li>
          ))}
        </Lines>
      )}
      <Small>{t('possible.dismissHint')}</Small>
    </>
  );
}
