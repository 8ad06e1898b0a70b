import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Seen } from '../../actions/seeTicket.ts';
import type { Ports } from '../../ports.ts';
import { later } from '../later.tsx';
import { Note, type Weight } from '../Note.tsx';
import { useWords } from '../phrases.tsx';
import { OnlyHeard } from '../pieces.tsx';
import { useNow } from '../useNow.ts';
import { IncidentStatus } from './IncidentStatus.tsx';
import { Loading } from './Loading.tsx';
import { useLook } from './useLook.ts';

const LookFailed = later(() => import('../LookFailed.tsx').then((file) => file.LookFailed));
// Half of all tickets need the one, half the other; nobody waits for both.
const FreeTicket = lazy(() => import('./FreeTicket.tsx').then(({ FreeTicket }) => ({ default: FreeTicket })));

export interface Telling {
  readonly weight: Weight;
  readonly text: string;
}

/** Everything the sidebar shows about the open ticket. */
export function Sidebar(props: {
  ports: Ports;
  ticketId: number;
  /** What is known already as this is shown for the first time. */
  first?: Seen | undefined;
  firstLook: Promise<Seen>;
  onDestroy: (act: () => void) => void;
}) {
  const { ports, ticketId, first, firstLook, onDestroy } = props;
  const words = useWords();
  const now = useNow(ports.clock.now);
  const { seen, error, refresh } = useLook(ports, ticketId, firstLook, onDestroy, first);
  const [telling, setTelling] = useTelling();
  useEffect(() => ports.form.hide(['allclear_record']), [ports]);

  const age = seen ? now.getTime() - seen.asOf.getTime() : undefined;
  return (
    <>
      {!seen && <OnlyHeard as="h1">{words.t('heading')}</OnlyHeard>}
      {error !== undefined && <LookFailed error={error} age={age} again={refresh} />}
      {telling && <Note weight={telling.weight}>{telling.text}</Note>}
      {!seen && error === undefined && <Loading />}
      {seen && <Known seen={seen} ports={ports} now={now} refresh={refresh} tell={setTelling} />}
    </>
  );
}

export interface KnownProps {
  readonly seen: Seen;
  readonly ports: Ports;
  readonly now: Date;
  readonly refresh: () => Promise<void>;
  readonly tell: (telling: Telling | undefined) => void;
}

function Known(props: KnownProps) {
  const { standing } = props.seen;
  const { kind } = standing;
  const hasTurned = useHasTurned(kind);
  return (
    <Suspense fallback={<Loading />}>
      {standing.kind === 'report' || standing.kind === 'incident' ? (
        <IncidentStatus key={standing.incident.id} {...props} standing={standing} />
      ) : (
        <FreeTicket {...props} standing={standing} />
      )}
      {hasTurned && <GoOnHere key={kind} />}
    </Suspense>
  );
}

function useHasTurned(kind: string): boolean {
  const first = useRef(kind);
  const hasTurned = useRef(false);
  hasTurned.current ||= kind !== first.current;
  return hasTurned.current;
}

// Attaching and detaching take away the button that was pressed: whoever works by keyboard or ear goes on at the heading
// of what has come instead. When somebody else did it, an agent who writes in the composer is not called away.
function GoOnHere() {
  useEffect(() => {
    if (document.hasFocus()) document.querySelector<HTMLElement>('h1')?.focus();
  }, []);
  return null;
}

// Good news need not stay; what went wrong does until the agent goes on.
const GOOD_NEWS_MS = 20_000;

function useTelling() {
  const [telling, setTelling] = useState<Telling>();
  useEffect(() => {
    if (telling?.weight !== 'success') return;
    const timer = setTimeout(() => setTelling(undefined), GOOD_NEWS_MS);
    return () => clearTimeout(timer);
  }, [telling]);
  return [telling, setTelling] as const;
}
