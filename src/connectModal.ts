import type { ZafClient } from './adapters/zaf/client.ts';
import { lackingFields, REQUIREMENT_PATHS } from './adapters/zaf/fields.ts';
import { createHandedDeclareForms, createHandedForms } from './adapters/zaf/handedForms.ts';
import { modalSize } from './adapters/zaf/modals.ts';
import { connectDesk, systemClock } from './connect.ts';
import type { Brand } from './domain/reply.ts';
import type { ModalPorts } from './ports/batches.ts';
import type { Clock } from './ports.ts';

/**
 * Builds what a modal of ours needs. It has a client of its own and no open ticket; whether Zendesk tells a modal the
 * installation's requirements is not documented, and without them the fields are found by their titles.
 */
export function connectModal(client: ZafClient, brand: Brand = {}, clock: Clock = systemClock) {
  const basics = client.get(['currentUser.locale', ...REQUIREMENT_PATHS]).catch(() => ({}));
  const desk = connectDesk(client, clock, basics, async () => brand);
  const handed = createHandedForms(client, clock);
  const handedDeclare = createHandedDeclareForms(client, clock);
  const lacksFields = async () => lackingFields(client, clock, await basics, (await desk.settings).fieldIds);
  const openTicket = (id: number) => void client.invoke('routeTo', 'ticket', id).catch(() => {});
  return {
    ...desk,
    ports: Promise.all([desk.broadcasting(), handed, handedDeclare]).then(
      ([ports, forms, declareForms]): ModalPorts => ({
        ...ports,
        forms,
        declareForms,
        lacksFields,
        openTicket,
      }),
    ),
    resize: (height: number) => void client.invoke('resize', modalSize(height)).catch(() => {}),
    close: () => void client.invoke('destroy').catch(() => {}),
  };
}
