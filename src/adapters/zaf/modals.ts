import { type ModalTask, toModalHash } from '../../domain/modalTask.ts';
import { type Modals, ServiceError } from '../../ports.ts';
import type { ZafAnswer, ZafClient } from './client.ts';
import {
  createDeclareForms,
  createForms,
  DECLARE_EVENTS,
  FORM_EVENTS,
  readDeclareForm,
  readForm,
} from './forms.ts';

/**
 * Opens modals, and keeps what is written in them: a modal's own memory ends with it, and many browsers let the frames
 * of another site store nothing. https://developer.zendesk.com/api-reference/apps/apps-core-api/client_api/#clientinstanceinstanceguid
 */
export function createModals(client: ZafClient, storage: () => Storage): Modals {
  const forms = createForms(storage);
  const declareForms = createDeclareForms(storage);

  async function create(task: ModalTask) {
    const url = `assets/index.html${toModalHash(task)}`;
    const size = modalSize(FIRST_HEIGHT);
    const answer = await client.invoke('instances.create', { location: 'modal', url, size }).catch(refuse);
    return client.instance(guidOf(answer) ?? refuse(answer));
  }

  return {
    async open(task) {
      const modal = await create(task);
      // A modal may go from declaring an incident to its first update: what is written belongs to what it names.
      let incident = 'incident' in task ? task.incident : undefined;
      const ticket = (task.show === 'declare' && task.ticket) || 0;
      modal.on(FORM_EVENTS.asked, () =>
        modal.trigger(FORM_EVENTS.handed, (incident !== undefined && forms.get(incident)) || null),
      );
      modal.on(FORM_EVENTS.written, (value) => {
        const form = readForm(value);
        const isOther = form && 'incident' in task && form.incident !== task.incident;
        if (form && !isOther) {
          incident = form.incident;
          forms.keep(form);
        } else if (incident !== undefined) forms.drop(incident);
      });
      modal.on(DECLARE_EVENTS.asked, () =>
        modal.trigger(DECLARE_EVENTS.handed, declareForms.get(ticket) ?? null),
      );
      modal.on(DECLARE_EVENTS.written, (value) => {
        const form = readDeclareForm(value);
        if (form?.ticket === ticket) declareForms.keep(form);
        else declareForms.drop(ticket);
      });
      await new Promise<void>((resolve) => modal.on('modal.close', () => resolve()));
    },
  };
}

// As wide as a form and its preview beside each other, on a screen that has the room.
const WIDE = 960;

/** The size of a modal whose content is so tall; what does not fit the screen scrolls within. */
export function modalSize(content: number): { readonly width: string; readonly height: string } {
  const { availWidth, availHeight } = globalThis.screen ?? { availWidth: WIDE, availHeight: WIDE };
  return {
    width: availWidth < WIDE * 1.25 ? '90vw' : `${WIDE}px`,
    height: `${Math.min(content, Math.floor(availHeight * 0.75))}px`,
  };
}

// About as tall as the forms are, so that little moves once they are there.
const FIRST_HEIGHT = 520;

function guidOf(answer: ZafAnswer | undefined): string | undefined {
  const made: unknown = answer?.['instances.create'];
  const guid = (Array.isArray(made) ? made[0] : made)?.instanceGuid as unknown;
  return typeof guid === 'string' && guid ? guid : undefined;
}

// The SDK rejects with an Error of its own, or resolves with what the host said in place of an instance.
function refuse(cause: unknown): never {
  const detail = cause instanceof Error ? cause.message : undefined;
  throw new ServiceError('Zendesk', 'refused', { detail, cause });
}
