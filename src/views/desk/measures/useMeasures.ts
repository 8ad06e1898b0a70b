import { useCallback, useEffect, useRef, useState } from 'react';
import { findPast, type Past } from '../../../actions/readDesk.ts';
import { type MeasuresRead, readMeasures } from '../../../actions/readMeasures.ts';
import type { DeskPorts } from '../../../ports/desk.ts';

interface State {
  readonly past?: Past;
  readonly read?: MeasuresRead;
  readonly isReading: boolean;
  readonly error?: unknown;
}

const DAY_MS = 24 * 60 * 60_000;

/** Reads the figures of the incidents declared in the last days, for as long as somebody looks at them. */
export function useMeasures(ports: DeskPorts, days: number) {
  const [state, setState] = useState<State>({ isReading: true });
  const turn = useRef(0);
  const start = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    const isOver = () => turn.current !== mine;
    const keep = (next: Partial<State>) => !isOver() && setState((before) => ({ ...before, ...next }));
    setState({ isReading: true });
    try {
      const past = await findPast(ports, new Date(ports.clock.now().getTime() - days * DAY_MS));
      keep({ past });
      const read = await readMeasures(ports, past.incidents, (read) => keep({ read }), isOver);
      keep({ read, isReading: false });
    } catch (error) {
      keep({ error, isReading: false });
    }
  }, [ports, days]);
  useEffect(() => {
    void start();
    return () => {
      turn.current += 1;
    };
  }, [start]);
  return {
    ...state,
    again: useCallback(() => void start(), [start]),
    stop: useCallback(() => {
      turn.current += 1;
      setState((before) => ({ ...before, isReading: false }));
    }, []),
  };
}
