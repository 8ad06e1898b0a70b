import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useClient } from './WithClient.tsx';

type Texts = Record<string, string>;

const LANGUAGES: Record<string, () => Promise<{ default: Texts }>> = {
  en: () => import('./translations/en.json'),
  fr: () => import('./translations/fr.json'),
};
const Context = createContext<Texts>({});

/** Asks for the agent's locale, then loads its texts, as the scaffold does. */
export function WithTexts({ children }: { children: ReactNode }) {
  const client = useClient();
  const [texts, setTexts] = useState<Texts>();
  useEffect(() => {
    client.get('currentUser').then(async ({ currentUser }) => {
      const load = LANGUAGES[currentUser?.locale.split('-')[0] ?? 'en'] ?? LANGUAGES.en;
      setTexts((await load?.())?.default ?? {});
    });
  }, [client]);
  return texts ? <Context.Provider value={texts}>{children}</Context.Provider> : null;
}

export function useTexts(): Texts {
  return useContext(Context);
}
