import { Button } from '@zendeskgarden/react-buttons';
import { channelState } from '../../domain/channels.ts';
import { explainChannel } from '../channelWords.ts';
import { useWords } from '../phrases.tsx';
import { OnlyHeard, Row, Section, Small } from '../pieces.tsx';
import type { Involved } from './IncidentStatus.tsx';
import { NoticeByHand } from './NoticeByHand.tsx';
import type { KnownProps } from './Sidebar.tsx';
import { type NoticeEnd, useNoticeEnd } from './useNoticeEnd.ts';

/** The notice inside the product: how long customers see it after the end, and its text where a person has to publish it. */
export function NoticeSection(props: KnownProps & { standing: Involved }) {
  const { standing, ports, now, refresh } = props;
  const { incident } = standing;
  const words = useWords();
  const { t } = words;
  const end = useNoticeEnd(ports, incident, now, refresh);
  const isByHand = ports.settings.guide?.by === 'hand' || channelState(incident, 'pendo', now) === 'failed';
  if (end.state === 'none' && !isByHand) return null;
  return (
    <Section aria-labelledby="notice" data-test-id="notice">
      <OnlyHeard as="h2" id="notice">
        {t('notice.heading')}
      </OnlyHeard>
      <End end={end} now={now} />
      {isByHand && <NoticeByHand ports={ports} incident={incident} />}
    </Section>
  );
}

function End({ end, now }: { end: NoticeEnd; now: Date }) {
  const words = useWords();
  const { t, clockTime } = words;
  switch (end.state) {
    case 'none':
      return null;
    case 'until':
    case 'gone':
    case 'closing': {
      const text =
        end.state === 'closing'
          ? t('notice.closing')
          : t(`notice.${end.state}`, { time: clockTime(end.at, now) });
      return (
        <Small role="status" data-test-id="notice-end">
          {text}
        </Small>
      );
    }
    case 'stuck':
      return (
        <Row>
          <Small role="alert" data-test-id="notice-end">
            {t('notice.stuck', { why: explainChannel('pendo', end.error, words) })}
          </Small>
          <Button isLink size="small" onClick={end.again} data-test-id="notice-again">
            {t('notice.again')}
          </Button>
        </Row>
      );
  }
}
