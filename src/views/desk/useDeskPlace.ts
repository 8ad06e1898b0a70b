import { useCallback, useEffect, useState } from 'react';
import { type DeskPlace, readDeskHash, toDeskHash } from '../../domain/deskHash.ts';

/** Where on the desk somebody is. Going somewhere is a step that the browser's Back undoes. */
export function useDeskPlace(): readonly [DeskPlace, (place: DeskPlace) => void] {
  const [place, setPlace] = useState(() => readDeskHash(location.hash));
  useEffect(() => {
    const follow = () => setPlace(readDeskHash(location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  const go = useCallback((to: DeskPlace) => {
    location.hash = toDeskHash(to);
    setPlace(to);
  }, []);
  return [place, go];
}
