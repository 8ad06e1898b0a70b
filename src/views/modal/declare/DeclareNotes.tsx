import { Button } from '@zendeskgarden/react-buttons';
import type { BroadcastRefusal } from '../../../domain/broadcaster.ts';
import type { DeclareForm } from '../../../domain/declareForm.ts';
import type { Incident } from '../../../domain/incident.ts';
import type { TicketId } from '../../../domain/ticket.ts';
import { DoneFailed } from '../../DoneFailed.tsx';
import { explainDeclaring, explainRefusal } from '../../explainRefusal.ts';
import { Note } from '../../Note.tsx';
import { useWords } from '../../phrases.tsx';
import { Buttons } from '../../pieces.tsx';
import type { useDeclaring } from './useDeclaring.ts';

/** What there is to know before anything is declared, and why nothing was. */
export function DeclareNotes(props: {
  refusal: BroadcastRefusal | undefined;
  form: DeclareForm;
  isKept: boolean;
  startAnew: () => void;
  declaring: ReturnType<typeof useDeclaring>;
  openTicket: (id: TicketId) => void;
  /** The author has looked at these, and they are another matter. */
  goOn: (knows: readonly TicketId[]) => void;
  /** Somebody else has declared the same. */
  yieldTo: (twin: Incident) => void;
}) {
  const { refusal, form, isKept, startAnew, declaring, openTicket, goOn, yieldTo } = props;
  const { outcome, error, isSending, withdrawal } = declaring;
  const words = useWords();
  const { t } = words;
  const isWithdrawn = withdrawal.state === 'done' && withdrawal.value.do === 'withdrawn';
  const twins = outcome?.do === 'declared' && !isWithdrawn ? outcome.twins : [];
  const isInDoubt = form.sentAt !== '' && !isSending && form.incident === 0;
  return (
    <>
      {refusal && <Note weight="warning">{explainDeclaring(refusal, words)}</Note>}
      {isKept && !isInDoubt && !error && !outcome && (
        <Note weight="success">
          <span>{t('declare.kept')}</span>
          <div>
            <Button isLink size="small" onClick={startAnew}>
              {t('declare.startAnew')}
            </Button>
          </div>
        </Note>
      )}
      {error !== undefined && <DoneFailed error={error} />}
      {isInDoubt && (
        <Note weight="warning">
          <span>{t('declare.inDoubt')}</span>
          <div>
            <Button isLink size="small" onClick={startAnew}>
              {t('declare.startAnew')}
            </Button>
          </div>
        </Note>
      )}
      {outcome?.do === 'refuse' && <Note weight="danger">{refusalWords()}</Note>}
      {outcome?.do === 'alike' && (
        <Note weight="warning">
          <span>{t('declare.alike', { count: outcome.incidents.length })}</span>
          {outcome.incidents.map(({ id, title }) => (
            <div key={id}>
              <Button isLink size="small" onClick={() => openTicket(id)}>
                {`#${id} ${title}`}
              </Button>
            </div>
          ))}
          <Buttons>
            <Button
              size="small"
              onClick={() => goOn(outcome.incidents.map(({ id }) => id))}
              data-test-id="declare-anyway"
            >
              {t('declare.anyway')}
            </Button>
          </Buttons>
        </Note>
      )}
      {twins.map((twin) => (
        <Note key={twin.id} weight="warning">
          <span>{t('declare.twin', { ticket: `#${twin.id}`, title: twin.title })}</span>
          <Buttons>
            <Button size="small" onClick={() => yieldTo(twin)} data-test-id="declare-yield">
              {t('declare.useTheirs', { ticket: `#${twin.id}` })}
            </Button>
            <Button size="small" isBasic onClick={() => goOn([])} data-test-id="declare-keep">
              {t('declare.anotherMatter')}
            </Button>
          </Buttons>
        </Note>
      ))}
      {isWithdrawn && <Note weight="success">{t('declare.withdrawn')}</Note>}
      {withdrawal.state === 'failed' && <DoneFailed error={withdrawal.error} />}
      {withdrawal.state === 'done' && withdrawal.value.do === 'refuse' && (
        <Note weight="warning">{t('declare.hasReports')}</Note>
      )}
    </>
  );

  function refusalWords(): string {
    if (outcome?.do !== 'refuse') return '';
    switch (outcome.because) {
      case 'closed':
        return t('declare.adoptClosed');
      case 'attached':
        return t('declare.adoptAttached');
      case 'declared':
        return t('declare.adoptDeclared');
      case 'record':
        return t('declare.adoptRecord');
      default:
        return explainRefusal(outcome, words);
    }
  }
}
