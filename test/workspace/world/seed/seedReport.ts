import type { Place } from './customers.ts';

/** A customer's ticket, as the seeds write it down. Minutes are before now. */
export interface SeedReport {
  name: string;
  place: Place;
  organization?: string;
  minutes: number;
  /** email unless said. */
  channel?: 'web' | 'api' | 'chat' | 'native_messaging' | 'whatsapp';
  subject: string;
  text: string;
  /** The last update it was told; the newest unless said, 0 is none. */
  told?: number;
  status?: 'new' | 'open';
  hold?: true;
  pending?: true;
  solved?: true;
  closed?: true;
  /** Merged into the earlier report of this customer. */
  mergedInto?: string;
  answered?: { minutes: number; text: string };
}
