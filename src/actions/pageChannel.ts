import { isSameStage } from '../domain/drift.ts';
import { type PageMark, type PageUpdate, pageUpdate } from '../domain/pageText.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import type { PageIncident, StatusPage } from '../ports/statusPage.ts';
import { ServiceError } from '../ports.ts';
import { channelTexts } from './channelTexts.ts';
import { keepPlaces, placesOf } from './keepPlaces.ts';
import { lookAndWrite } from './lookAndWrite.ts';
import { politely } from './politely.ts';
import type { Channel } from './tellChannels.ts';

const LAST_MS = 45_000;

/**
 * The status page as a channel. It says itself which update it shows, so it is asked before each write, and nothing stands
 * there twice. `undefined` when none is set up.
 */
export async function pageChannel(ports: BroadcastPorts, { id }: Ticket): Promise<Channel | undefined> {
  if (!ports.statusPage) return undefined;
  const page = await ports.statusPage();
  const { clock, tickets } = ports;
  return {
    name: 'statuspage',
    canLook: true,
    async tell(update, until) {
      const problem = await tickets.readOne(id);
      const { facts, texts } = await channelTexts(ports, problem, update);
      const wanted = pageUpdate(facts, texts);
      const known = placesOf(problem).statuspage?.id;
      const look = () => politely(clock, () => lookForIncident(page, known, wanted), true);
      const shown = await lookAndWrite(clock, look, async (found) => {
        if (found && isSaid(found, wanted)) return found;
        if (clock.now().getTime() > until.getTime() - LAST_MS)
          throw new ServiceError('Statuspage', 'timed out', { isRead: true });
        return politely(clock, () => (found ? page.add(found.id, wanted) : page.create(wanted)));
      });
      await keepPlaces(ports, id, () => ({
        statuspage: { id: shown.id, ...(shown.url && { url: shown.url }) },
      }));
    },
  };
}

// Somebody may have set another stage by hand since; a newer update of ours is nobody's to take back.
function isSaid({ n = 0, stage }: PageIncident, wanted: PageUpdate): boolean {
  return n > wanted.n || (n === wanted.n && isSameStage(stage, wanted.stage));
}

/** The incident on the page: the one that is known, or the one that says it is this one; `undefined` when there is none. */
export async function lookForIncident(
  page: StatusPage,
  known: string | undefined,
  mark: PageMark,
): Promise<PageIncident | undefined> {
  if (!known) return page.find(mark);
  try {
    return await page.read(known);
  } catch (error) {
    // Somebody has deleted it there, or the settings name another page now.
    if (error instanceof ServiceError && error.trouble === 'missing') return page.find(mark);
    throw error;
  }
}
