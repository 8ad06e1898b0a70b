import { channelState, receiptOf } from '../domain/channels.ts';
import { type Incident, newestUpdate } from '../domain/incident.ts';
import type { Receipt } from '../domain/record.ts';
import { RESTORE } from '../domain/running.ts';
import { summaryOf } from '../domain/telling.ts';
import type { ChannelLine } from './channelWords.ts';
import { explainReason } from './explainReason.ts';
import type { Words } from './phrases.tsx';

/** How putting the reports of an incident that is over back has gone; nothing while it is not over, or still being told. */
export function restoreLine(incident: Incident, now: Date, words: Words): ChannelLine | undefined {
  const { t, ago } = words;
  if (!incident.isOver || newestUpdate(incident) === 0 || !summaryOf(incident)) return undefined;
  const receipt = receiptOf(incident, RESTORE);
  switch (channelState(incident, RESTORE, now)) {
    case 'told':
      return {
        text: t('restore.done', { age: ago(now.getTime() - Date.parse(receipt?.at ?? '')) }),
        isLoud: false,
      };
    case 'telling':
      return { text: t('restore.running'), isLoud: false };
    case 'failed':
      return {
        text: t('restore.failed', { why: receipt ? explainRestore(receipt, words) : '' }),
        isLoud: true,
        offer: t('channels.tryAgain'),
      };
    case 'unknown':
      return { text: t('restore.unknown'), isLoud: true, offer: t('channels.tryAgain') };
    case 'missing':
      return { text: t('restore.missing'), isLoud: false, offer: t('restore.now') };
  }
}

/** Why not every report is as it was, as the end of a sentence. */
export function explainRestore({ reason, detail }: Receipt, words: Words): string {
  return explainReason('Zendesk', reason, detail, words);
}
