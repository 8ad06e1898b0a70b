import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import styled from 'styled-components';
import { Badge } from '../Badge.tsx';
import { explainChannel, explainReceipt } from '../channelWords.ts';
import { Disclose } from '../Disclose.tsx';
import { DoneFailed } from '../DoneFailed.tsx';
import { useWords } from '../phrases.tsx';
import { Fact, OnlyHeard, Row, Section, Small } from '../pieces.tsx';
import { bringWords, differenceWords, saysWords } from './driftWords.ts';
import type { Involved } from './IncidentStatus.tsx';
import { Waiting } from './Loading.tsx';
import type { KnownProps } from './Sidebar.tsx';
import type { Broadcaster } from './useBroadcaster.ts';
import { type Compared, useDrift } from './useDrift.ts';

const List = styled.ul`
  display: grid;
  gap: ${({ theme }) => theme.space.sm};
`;
const Said = styled.li`
  display: grid;
  gap: ${({ theme }) => theme.space.xxs};
`;

/** What customers, Jira, Slack, the product and the status page say now, those that differ marked, and one press against it. */
export function DriftSection(
  props: KnownProps & { standing: Involved; broadcaster: Broadcaster | undefined },
) {
  const { standing, ports, refresh, broadcaster } = props;
  const [isOpen, setOpen] = useState(false);
  const { t } = useWords();
  return (
    <Section aria-labelledby="drift" data-test-id="drift">
      <OnlyHeard as="h2" id="drift">
        {t('drift.heading')}
      </OnlyHeard>
      <div>
        <Disclose isOpen={isOpen} setOpen={setOpen} testId="drift-open">
          {t(isOpen ? 'drift.hide' : 'drift.show')}
        </Disclose>
      </div>
      {isOpen && (
        <Channels
          {...{ ports, refresh }}
          incident={standing.incident}
          now={props.now}
          mayTell={broadcaster !== undefined && !broadcaster.refusal}
        />
      )}
    </Section>
  );
}

function Channels(
  props: Pick<KnownProps, 'ports' | 'now' | 'refresh'> & {
    incident: Involved['incident'];
    mayTell: boolean;
  },
) {
  const { ports, now, refresh, mayTell } = props;
  const words = useWords();
  const { t, ago } = words;
  const drift = useDrift(ports, props.incident, true, refresh);
  const { incident, looks, differing, isReading, isMending, error, mended } = drift;
  if (looks.length === 0 && error === undefined) return <Waiting />;
  const asked = Math.min(...looks.map(({ asOf }) => asOf.getTime()));
  const isBusy = isReading || isMending;
  const isSame = looks.length > 0 && looks.every((look) => markOf(look) === 'same');
  return (
    <>
      <List aria-busy={isBusy}>
        {looks.map((look) => {
          const { channel, differences } = look;
          const says = 'says' in look ? look.says : undefined;
          return (
            <Said key={channel} data-test-id={`drift-${channel}`}>
              <Row>
                <strong>{t(`drift.channel.${channel}`)}</strong>
                <Mark is={markOf(look)} />
              </Row>
              {says && <Small>{saysWords(says, incident, now, words)}</Small>}
              {differences.map((difference) => (
                <span key={difference}>{differenceWords(difference, says, incident, now, words)}</span>
              ))}
              {'error' in look && (
                <span>{t('drift.notAsked', { why: explainChannel(channel, look.error, words) })}</span>
              )}
            </Said>
          );
        })}
      </List>
      {mayTell && differing.length > 0 && (
        <div>
          <Button size="small" disabled={isBusy} onClick={drift.mend} data-test-id="drift-bring">
            {bringWords(differing, words)}
          </Button>
        </div>
      )}
      <div role="status">
        {isMending && <Small>{t('drift.bringing')}</Small>}
        {!isBusy && isSame && <Small>{t('drift.allSame')}</Small>}
        {!isBusy &&
          mended?.receipts
            .filter(({ outcome }) => outcome === 'failed')
            .map((receipt) => (
              <Small key={receipt.channel}>
                {t('drift.left', {
                  channel: channelName(receipt.channel),
                  why: explainReceipt(receipt, words),
                })}
              </Small>
            ))}
        {!isBusy &&
          mended?.errors.map(({ channel, error }) => (
            <Small key={channel}>
              {t('drift.left', { channel: channelName(channel), why: explainChannel(channel, error, words) })}
            </Small>
          ))}
      </div>
      {error !== undefined && <DoneFailed error={error} isSmall />}
      <Row>
        <Small>
          {isReading && !isMending
            ? t('drift.asking')
            : looks.length > 0 && <Fact>{t('drift.asked', { age: ago(now.getTime() - asked) })}</Fact>}
        </Small>
        <Button isLink size="small" disabled={isBusy} onClick={drift.read} data-test-id="drift-again">
          {t('drift.again')}
        </Button>
      </Row>
    </>
  );

  function channelName(name: string): string {
    const found = looks.find(({ channel }) => channel === name);
    return found ? t(`drift.channel.${found.channel}`) : name;
  }
}

const TONES = { same: 'success', differs: 'warning', unknown: 'neutral' } as const;

function Mark({ is }: { is: keyof typeof TONES }) {
  const { t } = useWords();
  return <Badge $tone={TONES[is]}>{t(`drift.mark.${is}`)}</Badge>;
}

function markOf(look: Compared): keyof typeof TONES {
  if (look.differences.length === 0) return 'error' in look ? 'unknown' : 'same';
  return look.differences.every((difference) => difference === 'unsure') ? 'unknown' : 'differs';
}
