import { setImmediate } from 'node:timers';
import { createForm } from '../../src/adapters/zaf/form.ts';
import { openTicket, type Wanted } from './openTicket.ts';

/** The open ticket's form as the app has it, and the agent who submits it. */
export function openForm(wanted: Wanted = {}) {
  const opened = openTicket(wanted);
  const form = createForm(opened.client, async () => opened.fieldIds);
  const submit = (status?: string) => opened.time.run(opened.session.submit(status));
  return { ...opened, form, submit };
}

/** The messages between app and host that are under way arrive. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
