import type { Clock, DeclareShelf, FormShelf } from '../../ports.ts';
import type { ZafClient } from './client.ts';
import { DECLARE_EVENTS, FORM_EVENTS, type FormEvents, readDeclareForm, readForm } from './forms.ts';

// Whoever opened the modal may have been reloaded since; then it starts with an empty form.
const PATIENCE_MS = 500;

/** What a modal's opener keeps of its form: handed over as the modal starts, and told of every change. */
export async function createHandedForms(client: ZafClient, clock: Clock): Promise<FormShelf> {
  const { form, tell } = await handOver(client, clock, FORM_EVENTS, readForm);
  return {
    get: (incident) => (form()?.incident === incident ? form() : undefined),
    keep: tell,
    drop: () => tell(undefined),
  };
}

/** The same for an incident that is being declared. */
export async function createHandedDeclareForms(client: ZafClient, clock: Clock): Promise<DeclareShelf> {
  const { form, tell } = await handOver(client, clock, DECLARE_EVENTS, readDeclareForm);
  return {
    get: (ticket) => (form()?.ticket === ticket ? form() : undefined),
    keep: tell,
    drop: () => tell(undefined),
  };
}

async function handOver<Form>(
  client: ZafClient,
  clock: Clock,
  events: FormEvents,
  read: (value: unknown) => Form | undefined,
) {
  const handed = new Promise((resolve) => client.on(events.handed, resolve));
  client.trigger(events.asked);
  let form = read(await Promise.race([handed, clock.pause(PATIENCE_MS)]));
  return {
    form: () => form,
    tell(now: Form | undefined) {
      form = now;
      client.trigger(events.written, now ?? null);
    },
  };
}
