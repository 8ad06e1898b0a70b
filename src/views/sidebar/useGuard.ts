import { useCallback, useEffect, useRef, useState } from 'react';
import type { Stop } from '../../domain/draft.ts';
import type { Incident } from '../../domain/incident.ts';
import { newestUpdate } from '../../domain/incident.ts';
import type { Ports } from '../../ports.ts';
import { useWords } from '../phrases.tsx';

// Loaded behind the first view, and long before anybody submits.
const submitting = () =>
  Promise.all([
    import('../../actions/checkSubmit.ts'),
    import('../../actions/settleSubmit.ts'),
    import('../../domain/draft.ts'),
  ]);

export interface Guard {
  /** A submit was stopped, and why. */
  readonly stopped?: Stop | undefined;
  readonly settleError?: unknown;
  readonly clear: () => void;
}

/** Watches the submit button: no old reply leaves unnoticed, and the ledger says what went out. */
export function useGuard(
  ports: Ports,
  ticketId: number,
  incident: Incident | undefined,
  onSaved: () => void,
): Guard {
  const { t } = useWords();
  const [state, setState] = useState<Pick<Guard, 'stopped' | 'settleError'>>({});
  const warnedOf = useRef<string | undefined>(undefined);
  const known = useRef({ incident, onSaved });
  known.current = { incident, onSaved };

  useEffect(() => {
    submitting().catch(() => {}); // asked again when it is needed
    const hasReply = () => ports.drafts.get(ticketId) !== undefined;
    const unguard = ports.form.beforeSave(async () => {
      if (!hasReply()) return undefined;
      // An app that was updated meanwhile lacks the very code for it; the save is the agent's all the same.
      return check().catch(() => {
        ports.form.notify(t('guard.unchecked'), 'alert');
        return undefined;
      });
    });
    async function check(): Promise<string | undefined> {
      const current = known.current.incident;
      const [{ checkSubmit }, , { nameOfStop }] = await submitting();
      const plan = await checkSubmit(ports, ticketId, current && newestUpdate(current), warnedOf.current);
      if (plan.do === 'unmark') ports.form.notify(t('guard.unmarked'), 'alert');
      if (plan.do !== 'stop') return undefined;
      warnedOf.current = nameOfStop(plan);
      setState({ stopped: plan });
      known.current.onSaved();
      return plan.because === 'old'
        ? t('guard.stopped', { held: plan.held, newest: plan.newest })
        : t('guard.stoppedTold', { told: plan.told });
    }
    const unwatch = ports.form.afterSave((outcome) => {
      if (outcome === 'failed') return;
      warnedOf.current = undefined;
      if (!hasReply()) {
        setState({});
        return known.current.onSaved();
      }
      submitting()
        .then(([, { settleSubmit }]) => settleSubmit(ports, ticketId))
        .then(
          () => setState({}),
          (settleError: unknown) => setState({ settleError }),
        )
        .finally(() => known.current.onSaved());
    });
    return () => {
      unguard();
      unwatch();
    };
  }, [ports, ticketId, t]);

  const clear = useCallback(() => setState({}), []);
  return { ...state, clear };
}
