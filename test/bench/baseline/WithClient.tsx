import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

interface Client {
  on(event: string, act: () => void): void;
  get(path: string): Promise<Record<string, { locale: string }>>;
  invoke(name: string, ...args: unknown[]): Promise<unknown>;
}

const Context = createContext<Client | undefined>(undefined);

/** Renders nothing until Zendesk has answered the handshake, as the scaffold does. */
export function WithClient({ children }: { children: ReactNode }) {
  const [client] = useState(() => (window as unknown as { ZAFClient: { init(): Client } }).ZAFClient.init());
  const [isRegistered, setRegistered] = useState(false);
  useEffect(() => client.on('app.registered', () => setRegistered(true)), [client]);
  return isRegistered ? <Context.Provider value={client}>{children}</Context.Provider> : null;
}

export function useClient(): Client {
  const client = useContext(Context);
  if (!client) throw new Error('no client around this view');
  return client;
}
