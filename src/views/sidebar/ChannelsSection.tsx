import { Anchor, Button } from '@zendeskgarden/react-buttons';
import { type ChannelName, channelLine, PHRASES } from '../channelWords.ts';
import { DoneFailed } from '../DoneFailed.tsx';
import { useWords } from '../phrases.tsx';
import { OnlyHeard, Row, Section, Small } from '../pieces.tsx';
import { restoreLine } from '../restoreWords.ts';
import type { Involved } from './IncidentStatus.tsx';
import type { KnownProps } from './Sidebar.tsx';
import type { Broadcaster } from './useBroadcaster.ts';
import { useChannels } from './useChannels.ts';

/** What follows once customers were told, channel by channel, whether the reports are as they were, and the way to try again. */
export function ChannelsSection(
  props: KnownProps & { standing: Involved; broadcaster: Broadcaster | undefined },
) {
  const { standing, ports, now, refresh, broadcaster } = props;
  const { incident } = standing;
  const words = useWords();
  const { t } = words;
  const mayTell = broadcaster !== undefined && !broadcaster.refusal;
  const { names, isRunning, error, tell } = useChannels(ports, incident, mayTell, refresh);
  const lines = names.flatMap((name) => {
    const line = channelLine(incident, name, now, words);
    return line ? [{ name, ...line }] : [];
  });
  const restore = restoreLine(incident, now, words);
  if (lines.length === 0 && !restore) return null;
  return (
    <Section aria-labelledby="channels" data-test-id="channels">
      <OnlyHeard as="h2" id="channels">
        {t('channels.heading')}
      </OnlyHeard>
      {lines.map(({ name, text, isLoud, offer }) => (
        <Row key={name} data-test-id={`channel-${name}`}>
          <Small role={isLoud ? 'alert' : undefined}>{text}</Small>
          {offer && mayTell && !isRunning ? (
            <Button isLink size="small" onClick={tell} data-test-id={`channel-${name}-tell`}>
              {offer}
            </Button>
          ) : (
            <Open href={name === 'pendo' ? undefined : incident.places?.[name]} name={name} />
          )}
        </Row>
      ))}
      {restore && (
        <Row data-test-id="restore">
          <Small role={restore.isLoud ? 'alert' : undefined}>{restore.text}</Small>
          {restore.offer && mayTell && !isRunning && (
            <Button isLink size="small" onClick={tell} data-test-id="restore-now">
              {restore.offer}
            </Button>
          )}
        </Row>
      )}
      {error !== undefined && <DoneFailed error={error} isSmall />}
    </Section>
  );
}

function Open({ href, name }: { href: string | undefined; name: ChannelName }) {
  const { t } = useWords();
  if (!href) return null;
  return (
    <Small as="span">
      <Anchor href={href} target="_blank" rel="noreferrer" aria-label={t(PHRASES[name].open)}>
        {t('channels.open')}
      </Anchor>
    </Small>
  );
}
