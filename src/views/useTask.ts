import { useCallback, useEffect, useRef, useState } from 'react';

/** Something an agent has set going. */
export type Task<T> =
  | { readonly state: 'idle' }
  | { readonly state: 'running' }
  | { readonly state: 'done'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown };

/** Runs one thing at a time: pressing again while it runs does nothing. */
export function useTask<Args extends unknown[], T>(act: (...args: Args) => Promise<T>) {
  const [task, setTask] = useState<Task<T>>({ state: 'idle' });
  const isRunning = useRef(false);
  const isMounted = useRef(true);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);
  const latest = useRef(act);
  latest.current = act;
  const run = useCallback(async (...args: Args) => {
    if (isRunning.current) return;
    isRunning.current = true;
    setTask({ state: 'running' });
    const next: Task<T> = await latest.current(...args).then(
      (value) => ({ state: 'done', value }) as const,
      (error: unknown) => ({ state: 'failed', error }) as const,
    );
    isRunning.current = false;
    if (isMounted.current) setTask(next);
  }, []);
  const reset = useCallback(() => setTask({ state: 'idle' }), []);
  return { task, run, reset };
}
