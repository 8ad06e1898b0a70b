import { addIncident } from '../workspace/world/seed/build.ts';
import { updateTicket } from '../workspace/world/updateTicket.ts';
import { openBroadcast, type Wanted } from './openBroadcast.ts';

export interface TwoWanted extends Wanted {
  /** What is different about the second incident. */
  other?: Parameters<typeof addIncident>[2];
}

/** Two incidents that run; the customers of the first were told its newest update. */
export function openTwo({ other = {}, ...wanted }: TwoWanted = {}) {
  const opened = openBroadcast({ reports: 3, update: 2, told: 2, stage: 'identified', ...wanted });
  const { world, incident, mara } = opened;
  const second = addIncident(world, opened, {
    subject: 'Receipts are sent twice',
    symptoms: 'Donors get two receipts.',
    update: 4,
    stage: 'monitoring',
    ...other,
  });
  const comments = (id: number) => world.ticket(id).publicComments.slice(1);
  return {
    ...opened,
    second,
    comments,
    /** The last that this customer read. */
    lastRead: (id: number) => comments(id).at(-1)?.html ?? '',
    ledger: (id: number) => world.valueOf(id, 'allclear_told') ?? '',
    record: (id: number) => JSON.parse(String(world.valueOf(id, 'allclear_record'))),
    change: (id: number, wish: Parameters<typeof updateTicket>[2]) =>
      updateTicket(world, world.ticket(id), wish, mara),
    setFields(id: number, fields: Record<string, string | null>) {
      const wish = Object.entries(fields).map(([key, value]) => ({ id: world.fieldId(key), value }));
      return updateTicket(world, world.ticket(id), { fields: wish }, mara);
    },
    first: incident,
  };
}
