import type { Incident } from '../../domain/incident.ts';
import { toLedger } from '../../domain/ledger.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Ports } from '../../ports.ts';
import { useWords } from '../phrases.tsx';
import { Fact, Small } from '../pieces.tsx';
import { useToldAt } from './useToldAt.ts';

export interface LastToldProps {
  readonly ports: Pick<Ports, 'tickets'>;
  readonly ticket: Ticket;
  readonly incident: Incident;
  readonly now: Date;
}

/** What this customer was last told, as the ledger has it (`told`). */
export function LastTold({
  ports,
  ticket,
  incident,
  now,
  told,
}: LastToldProps & { told: number | undefined }) {
  const { t, ago } = useWords();
  const ledger = told === undefined ? undefined : toLedger({ incident: incident.id, n: told });
  const at = useToldAt(ports, ticket.id, ledger);
  if (told === undefined) return <Fact>{t('customer.never')}</Fact>;
  return (
    <>
      <Fact>
        {t('customer.lastTold', { n: told })}
        {at && t('time.comma')}
      </Fact>
      {at && (
        <>
          {' '}
          <Small as={Fact}>{ago(now.getTime() - Date.parse(at))}</Small>
        </>
      )}
    </>
  );
}
