import { Button } from '@zendeskgarden/react-buttons';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Inserted } from '../../actions/insertReply.ts';
import { newestUpdate } from '../../domain/incident.ts';
import { toLedger } from '../../domain/ledger.ts';
import type { Customer } from '../../domain/reply.ts';
import { chooseLanguage } from '../../domain/replyTexts.ts';
import type { Standing } from '../../domain/standing.ts';
import type { Ports } from '../../ports.ts';
import { Badge } from '../Badge.tsx';
import { explainDone } from '../explain.ts';
import { Note } from '../Note.tsx';
import { useWords, type Words } from '../phrases.tsx';
import { Label, Row, Section, Small } from '../pieces.tsx';
import { useTask } from '../useTask.ts';
import type { KnownProps } from './Sidebar.tsx';
import { tellingOfInsert } from './tellingOfInsert.ts';
import type { Guard } from './useGuard.ts';

const ReplyPreview = lazy(() =>
  import('./ReplyPreview.tsx').then(({ ReplyPreview }) => ({ default: ReplyPreview })),
);

/** What this customer was told, and the reply that brings them up to date. */
export function CustomerSection(
  props: KnownProps & { standing: Extract<Standing, { kind: 'report' }>; guard: Guard },
) {
  const { seen, standing, ports, now, tell, guard } = props;
  const { incident, told } = standing;
  const { ticket } = seen;
  const words = useWords();
  const { t, span } = words;
  const customer = useCustomer(ports);
  const toldAt = useToldAt(
    ports,
    ticket.id,
    told === undefined ? undefined : toLedger({ incident: incident.id, n: told }),
  );
  const [isPreviewed, setPreviewed] = useState(false);
  const n = newestUpdate(incident);
  const isCurrent = told !== undefined && told >= n;

  const insert = useTask(async (again: boolean): Promise<Inserted> => {
    tell(undefined);
    const { insertReply } = await import('../../actions/insertReply.ts');
    const inserted = await insertReply(ports, ticket.id, incident.id, { again });
    if (inserted.did !== 'nothing') guard.clear();
    return inserted;
  });
  useShortcut(() => void insert.run(false));

  const outcome = insert.task.state === 'done' ? insert.task.value : undefined;
  const telling = outcome && tellingOfInsert(outcome, now, words);
  const mayAgain = outcome?.did === 'nothing' && outcome.because === 'told';
  const isBusy = insert.task.state === 'running';
  const label = isBusy
    ? t('customer.inserting')
    : guard.stopped
      ? t('customer.replace', { n: guard.stopped.newest })
      : mayAgain
        ? t('customer.insertAgain')
        : n > 0
          ? t('customer.insert', { n })
          : t('customer.insertFirst');
  return (
    <Section aria-labelledby="customer">
      <Label id="customer">{headingOf(customer, now, words)}</Label>
      <Row>
        <span data-test-id="last-told">
          {told === undefined
            ? t('customer.never')
            : toldAt
              ? t('customer.lastTold', { n: told, age: span(now.getTime() - Date.parse(toldAt)) })
              : t('customer.lastToldNoAge', { n: told })}
        </span>
        {isCurrent ? (
          <Badge $tone="success">{t('customer.current')}</Badge>
        ) : (
          told !== undefined && <Badge $tone="warning">{t('customer.behind', { count: n - told })}</Badge>
        )}
      </Row>
      {guard.stopped && (
        <Note weight="warning">
          <strong>{t('guard.title')}</strong>
          <span>
            {t('guard.text', guard.stopped)} {t('guard.afterAll')}
          </span>
        </Note>
      )}
      {telling && <Note weight={telling.weight}>{telling.text}</Note>}
      {insert.task.state === 'failed' && <Note weight="danger">{explainDone(insert.task.error, words)}</Note>}
      {ticket.status === 'closed' ? (
        <Small>{t('insert.closed')}</Small>
      ) : (
        <Button
          isPrimary={
            guard.stopped !== undefined ||
            (!isCurrent && (outcome === undefined || outcome.did === 'nothing'))
          }
          isStretched
          disabled={isBusy}
          onClick={() => void insert.run(mayAgain)}
          aria-keyshortcuts="Control+Alt+I"
          data-test-id="insert"
        >
          {label}
        </Button>
      )}
      <Row>
        <Button
          isLink
          size="small"
          aria-expanded={isPreviewed}
          onClick={() => setPreviewed(!isPreviewed)}
          data-test-id="preview"
        >
          {isPreviewed ? t('customer.hidePreview') : previewLabel(ports, customer, words)}
        </Button>
        <Small aria-hidden>{t('customer.shortcut')}</Small>
      </Row>
      {isPreviewed && (
        <Suspense fallback={<Small>{t('loading')}</Small>}>
          <ReplyPreview ports={ports} incident={incident} ticket={ticket} />
        </Suspense>
      )}
    </Section>
  );
}

function previewLabel({ replyTexts, settings }: Ports, customer: Customer | undefined, { t }: Words): string {
  if (!customer?.locale) return t('customer.preview');
  const { language } = chooseLanguage(replyTexts.languages, customer.locale, settings.replyLanguage);
  return t('customer.previewIn', { language: nameOf(language) });
}

function headingOf(
  customer: Customer | undefined,
  now: Date,
  { t, locale }: ReturnType<typeof useWords>,
): string {
  const { locale: spoken, timeZone } = customer ?? {};
  if (!customer) return t('customer.heading');
  const language = spoken ? nameOf(spoken) : t('customer.unknownLanguage');
  return [`${t('customer.heading')} · ${language}`, timeZone && placeOf(timeZone, now, locale)]
    .filter(Boolean)
    .join(', ');
}

// A language is called what its speakers call it.
function nameOf(spoken: string): string {
  try {
    return new Intl.DisplayNames(spoken, { type: 'language' }).of(spoken.split('-')[0] ?? spoken) ?? spoken;
  } catch {
    return spoken;
  }
}

function placeOf(timeZone: string, now: Date, locale: string): string {
  try {
    const time = new Intl.DateTimeFormat(locale, { timeZone, hour: 'numeric', minute: '2-digit' }).format(
      now,
    );
    return `${timeZone.split('/').at(-1)?.replaceAll('_', ' ')} ${time}`;
  } catch {
    return '';
  }
}

function useCustomer({ form }: Pick<Ports, 'form'>): Customer | undefined {
  const [customer, setCustomer] = useState<Customer>();
  useEffect(() => {
    let isOver = false;
    const ask = () =>
      form.customer().then(
        (found) => !isOver && setCustomer(found),
        () => {}, // the heading does without
      );
    void ask();
    const unlisten = form.onChange(() => void ask());
    return () => {
      isOver = true;
      unlisten();
    };
  }, [form]);
  return customer;
}

function useToldAt({ tickets }: Pick<Ports, 'tickets'>, ticketId: number, ledger: string | undefined) {
  const [found, setFound] = useState<{ ledger: string; at: string }>();
  useEffect(() => {
    if (!ledger) return;
    let isOver = false;
    tickets.history(ticketId).then(
      (history) => {
        const at = history.ledger.findLast(({ value }) => value === ledger)?.at;
        if (!isOver && at) setFound({ ledger, at });
      },
      () => {}, // what was told stands without its age being claimed
    );
    return () => {
      isOver = true;
    };
  }, [tickets, ticketId, ledger]);
  return found?.ledger === ledger ? found?.at : undefined;
}

function useShortcut(act: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey && event.altKey && event.code === 'KeyI')) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  });
}
