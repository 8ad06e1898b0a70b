import { recordOf } from '../domain/channelClaim.ts';
import type { DeskTime } from '../domain/deskTime.ts';
import { pageUpdate } from '../domain/pageText.ts';
import type { TicketId } from '../domain/ticket.ts';
import { withChannels } from '../domain/writeRecord.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import type { PageIncident, StatusPage } from '../ports/statusPage.ts';
import { ServiceError } from '../ports.ts';
import { lookAndWrite } from './lookAndWrite.ts';
import { politely } from './politely.ts';
import { type ChannelEnd, tellOnce } from './tellOnce.ts';

/**
 * Tells the status page of update `n`. The page says which update it shows, so it is asked before each write, and nothing
 * stands there twice. `undefined` when there is none. `again` is a person's wish after it has failed.
 */
export async function tellStatusPage(
  ports: BroadcastPorts,
  incidentId: TicketId,
  n: number,
  again = false,
  time?: DeskTime,
): Promise<ChannelEnd | undefined> {
  const { statusPage, clock } = ports;
  if (!statusPage) return undefined;
  const page = await statusPage();
  return tellOnce(
    ports,
    incidentId,
    { channel: 'statuspage', n, again },
    async ({ facts, texts, problem, keep }) => {
      const update = pageUpdate(facts, texts);
      const known = recordOf(problem)?.statuspage?.id;
      const look = () => politely(clock, () => lookFor(page, known, update), true);
      const shown = await lookAndWrite(clock, look, async (found) => {
        if (found && (found.n ?? 0) >= n) return found;
        return politely(clock, () => (found ? page.add(found.id, update) : page.create(update)));
      });
      const { id, url } = shown;
      await keep(
        (text, ticket) => withChannels(text, { statuspage: { id, ...(url && { url }) } }, ticket.createdAt),
        'page',
      );
    },
    time,
  );
}

async function lookFor(
  page: StatusPage,
  known: string | undefined,
  mark: Parameters<StatusPage['find']>[0],
): Promise<PageIncident | undefined> {
  if (!known) return page.find(mark);
  try {
    return await page.read(known);
  } catch (error) {
    // Somebody has deleted it there: the next one finds its place again.
    if (error instanceof ServiceError && error.trouble === 'missing') return page.find(mark);
    throw error;
  }
}
