import type { Clock, FormShelf } from '../../ports.ts';
import type { ZafClient } from './client.ts';
import { FORM_EVENTS, readForm } from './forms.ts';

// Whoever opened the modal may have been reloaded since; then it starts with an empty form.
const PATIENCE_MS = 500;

/** What a modal's opener keeps of its form: handed over as the modal starts, and told of every change. */
export async function createHandedForms(client: ZafClient, clock: Clock): Promise<FormShelf> {
  const handed = new Promise((resolve) => client.on(FORM_EVENTS.handed, resolve));
  client.trigger(FORM_EVENTS.asked);
  let form = readForm(await Promise.race([handed, clock.pause(PATIENCE_MS)]));
  const tell = (now: typeof form) => {
    form = now;
    client.trigger(FORM_EVENTS.written, now ?? null);
  };
  return {
    get: (incident) => (form?.incident === incident ? form : undefined),
    keep: (now) => tell(now),
    drop: () => tell(undefined),
  };
}
