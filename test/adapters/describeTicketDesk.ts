import { describe } from 'vitest';
import { describeChanging } from './describeChanging.ts';
import { describeReading } from './describeReading.ts';
import type { DeskUnderTest } from './openDesk.ts';
import type { Wanted } from './openTicket.ts';

export type Open = (wanted?: Wanted) => DeskUnderTest;

/** What every ticket desk must do, whichever way its requests travel. */
export function describeTicketDesk(name: string, open: Open): void {
  describe(`${name} as the ticket desk`, () => {
    describeReading(open);
    describeChanging(open);
  });
}
