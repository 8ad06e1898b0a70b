import type { Receipt } from '../../domain/record.ts';
import { CHANNELS, explainReceipt, phrasesOf } from '../channelWords.ts';
import { Note } from '../Note.tsx';
import { useWords } from '../phrases.tsx';
import { Section, Small } from '../pieces.tsx';

/** How the channels fared that this run has told, one line each. */
export function ChannelOutcomes({ receipts }: { receipts: readonly Receipt[] }) {
  const words = useWords();
  const { t } = words;
  const ours = CHANNELS.flatMap((name) => {
    const receipt = receipts.find(({ channel }) => channel === name);
    return receipt ? [{ name, receipt }] : [];
  });
  if (ours.length === 0) return null;
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
    </Section>
  );
}
