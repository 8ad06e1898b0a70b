import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useRef } from 'react';
import { channelState, receiptOf } from '../../domain/channels.ts';
import { type Incident, newestUpdate } from '../../domain/incident.ts';
import { summaryOf } from '../../domain/telling.ts';
import { isOver } from '../../domain/ticket.ts';
import { DoneFailed } from '../DoneFailed.tsx';
import { explainReason } from '../explainReason.ts';
import { Note } from '../Note.tsx';
import { useWords, type Words } from '../phrases.tsx';
import { OnlyHeard, Row, Section, Small } from '../pieces.tsx';
import { alignLater } from './alignLater.ts';
import type { Involved } from './IncidentStatus.tsx';
import type { KnownProps } from './Sidebar.tsx';
import type { Broadcaster } from './useBroadcaster.ts';
import { type Links, useLinks } from './useLinks.ts';

/** What Engineering has of this incident on its issue: the tickets' links, and the newest update. */
export function LinksLine(props: KnownProps & { standing: Involved; broadcaster: Broadcaster | undefined }) {
  const { seen, standing, ports, now, refresh, broadcaster } = props;
  const { incident } = standing;
  const words = useWords();
  const { t } = words;
  const mayTell = broadcaster !== undefined && !broadcaster.refusal;
  const links = useLinks(ports, incident, mayTell, refresh);
  useSolved(
    seen.ticket,
    () => alignLater(ports, incident, seen.ticket.id, 'changed'),
    standing.kind === 'report',
  );
  const key = links.synced?.issue.key ?? incident.jiraKey ?? '';
  const update = updateLine(incident, key, now, words);
  const { text, offer } = linksLine(links, key, now, words);
  const press = (label: string) => (
    <Button isLink size="small" onClick={links.run} data-test-id="links-run">
      {label}
    </Button>
  );
  return (
    <Section aria-labelledby="links" data-test-id="links">
      <OnlyHeard as="h2" id="links">
        {t('links.heading', { key })}
      </OnlyHeard>
      <Row>
        <Small data-test-id="links-count">{text}</Small>
        {offer && !links.isRunning && !update?.isLoud && press(offer)}
      </Row>
      {links.checked?.count && links.checked.count.rest > 0 && (
        <Small>{t('links.rest', { count: links.checked.count.rest })}</Small>
      )}
      {update?.isLoud && (
        <Note weight="warning">
          <span data-test-id="links-update">{update.text}</span>
          {update.offer && !links.isRunning && <div>{press(update.offer)}</div>}
        </Note>
      )}
      {update && !update.isLoud && (
        <Row>
          <Small data-test-id="links-update">{update.text}</Small>
          {update.offer && !links.isRunning && !offer && press(update.offer)}
        </Row>
      )}
      {links.error !== undefined && !update?.isLoud && <DoneFailed error={links.error} isSmall />}
    </Section>
  );
}

// Solving a ticket strikes its link through, whoever of its readers notices.
function useSolved(
  ticket: Parameters<typeof isOver>[0] & { id: number },
  act: () => void,
  isReport: boolean,
) {
  const state = `${ticket.id} ${isOver(ticket)}`;
  const last = useRef(state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it turns, and only then
  useEffect(() => {
    if (last.current === state) return;
    last.current = state;
    if (isReport) act();
  }, [state]);
}

function linksLine(
  { checked, checkError, isRunning, progress, synced }: Links,
  key: string,
  now: Date,
  { t, span, ago }: Words,
): { text: string; offer?: string } {
  if (isRunning) {
    if (!progress || progress.of === 0) return { text: t('links.comparing') };
    const { done, of, until } = progress;
    const wait = until && until.getTime() > now.getTime() ? until.getTime() - now.getTime() : 0;
    const line = t('links.progress', { done, of });
    return { text: wait > 1_000 ? `${line} · ${t('links.wait', { wait: span(wait) })}` : line };
  }
  const again = t('links.again');
  if (synced?.end === 'stopped' || synced?.end === 'unfinished')
    return { text: t('links.unfinished', { key }), offer: t('links.bring') };
  if (checkError !== undefined) return { text: t('links.unknown', { key }), offer: again };
  if (!checked) return { text: t('links.looking') };
  const { count } = checked;
  if (!count) return { text: t('links.none', { key }), offer: t('links.link') };
  const { linked, reports, isInLine, at } = count;
  if (!isInLine) return { text: t('links.off', { key, linked, reports }), offer: t('links.bring') };
  const age = ago(now.getTime() - Date.parse(at));
  return {
    text: `${t('links.all', { key, count: reports })} · ${t('links.compared', { age })}`,
    offer: again,
  };
}

/** How the newest update fared there; nothing while customers are still being told it. */
function updateLine(incident: Incident, key: string, now: Date, words: Words) {
  const { t, ago } = words;
  const n = newestUpdate(incident);
  const receipt = receiptOf(incident, 'jira');
  if (n === 0) return undefined;
  switch (channelState(incident, 'jira', now)) {
    case 'told': {
      const age = ago(now.getTime() - Date.parse(receipt?.at ?? ''));
      return { text: t('links.update.told', { n, key, age }), isLoud: false };
    }
    case 'telling':
      return { text: t('links.update.telling', { n, key }), isLoud: false };
    case 'failed': {
      const why = explainReason('Jira', receipt?.reason, receipt?.detail, words);
      return { text: t('links.update.failed', { n, key, why }), isLoud: true, offer: t('links.tryAgain') };
    }
    case 'unknown':
      return { text: t('links.update.unknown', { n, key }), isLoud: true, offer: t('links.tryAgain') };
    case 'missing':
      if (!summaryOf(incident)) return undefined;
      return { text: t('links.update.missing', { n, key }), isLoud: false, offer: t('links.add') };
  }
}
