import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { useWords } from './phrases.tsx';

/** A view that comes after the first one: its code and the phrases it speaks in are waited for, with `Meanwhile` in its place. */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType = Nothing,
): ComponentType<Props> {
  // React's type of what is lazy loses which properties belong to it.
  const Loaded = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>;
  return function Later(props: Props) {
    const { isWhole } = useWords();
    useEffect(() => {
      load().catch(() => {}); // under way beside the phrases; a failure shows when it is rendered
    }, []);
    return <Suspense fallback={<Meanwhile />}>{isWhole ? <Loaded {...props} /> : <Meanwhile />}</Suspense>;
  };
}

function Nothing() {
  return null;
}
