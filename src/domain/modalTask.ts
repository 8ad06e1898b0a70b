import { isStage, type Stage } from './stage.ts';
import type { TicketId } from './ticket.ts';

/** What a modal was opened for. */
export type ModalTask =
  | { readonly show: 'post'; readonly incident: TicketId; readonly stage?: Stage | undefined }
  /** Update `n`; the newest one unless said. */
  | { readonly show: 'reports'; readonly incident: TicketId; readonly n?: number | undefined }
  | { readonly show: 'timeline'; readonly incident: TicketId };

const MARK = '#show=';

/** Whether this hash of an iframe's address makes it a modal of ours. */
export function isModalHash(hash: string): boolean {
  return hash.startsWith(MARK);
}

/** The task as the hash of an iframe's address, which Zendesk leaves as it is: `#show=post&incident=3024`. */
export function toModalHash(task: ModalTask): string {
  const entries = Object.entries(task).filter(([, value]) => value !== undefined);
  return `#${new URLSearchParams(entries.map(([key, value]) => [key, String(value)]))}`;
}

/** The task in such a hash; `undefined` for anything else. */
export function readModalHash(hash: string): ModalTask | undefined {
  const found = new URLSearchParams(hash.slice(1));
  const incident = positive(found.get('incident'));
  if (!isModalHash(hash) || incident === undefined) return undefined;
  const stage = found.get('stage');
  const n = positive(found.get('n'));
  switch (found.get('show')) {
    case 'post':
      return { show: 'post', incident, ...(isStage(stage) && { stage }) };
    case 'reports':
      return { show: 'reports', incident, ...(n !== undefined && { n }) };
    case 'timeline':
      return { show: 'timeline', incident };
    default:
      return undefined;
  }
}

function positive(text: string | null): number | undefined {
  return text && /^\d{1,15}$/.test(text) && Number(text) > 0 ? Number(text) : undefined;
}
