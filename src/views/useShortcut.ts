import { useEffect, useRef } from 'react';

/** Ctrl+Alt+I, by the key's place: other layouts put other letters there. */
export function useShortcut(act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey && event.altKey && event.code === 'KeyI')) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
