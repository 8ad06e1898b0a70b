import type { Receipt } from '../../domain/record.ts';
import { RESTORE } from '../../domain/running.ts';
import { CHANNELS, explainReceipt, phrasesOf } from '../channelWords.ts';
import { Note } from '../Note.tsx';
import { useWords } from '../phrases.tsx';
import { Section, Small } from '../pieces.tsx';
import { explainRestore } from '../restoreWords.ts';

/** How the channels fared that this run has told, one line each. */
export function ChannelOutcomes({ receipts }: { receipts: readonly Receipt[] }) {
  const words = useWords();
  const { t } = words;
  const ours = CHANNELS.flatMap((name) => {
    const receipt = receipts.find(({ channel }) => channel === name);
    return receipt ? [{ name, receipt }] : [];
  });
  const restore = receipts.find(({ channel }) => channel === RESTORE);
  if (ours.length === 0 && !restore) return null;
  return (
    <Section data-test-id="channel-outcomes">
      {ours.map(({ name, receipt }) => {
        const { n, outcome } = receipt;
        if (outcome === 'told')
          return (
            <Small role="status" key={name}>
              {t(phrasesOf(name, n).done, { n })}
            </Small>
          );
        const text =
          outcome === 'failed'
            ? t(phrasesOf(name, n).failed, { n, why: explainReceipt(receipt, words) })
            : t(phrasesOf(name, n).unknown, { n });
        return (
          <Note weight="warning" key={name}>
            {text} {t('channels.later')}
          </Note>
        );
      })}
      {restore?.outcome === 'told' && <Small role="status">{t('restore.back')}</Small>}
      {restore && restore.outcome !== 'told' && (
        <Note weight="warning">
          {t('restore.failed', { why: explainRestore(restore, words) })} {t('channels.later')}
        </Note>
      )}
    </Section>
  );
}
