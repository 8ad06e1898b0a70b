import { toIncident, withUpdateInForce } from '../domain/incident.ts';
import { noticeOf, withNotice } from '../domain/notice.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';
import type { NoticePage } from '../ports/guide.ts';
import { ServiceError } from '../ports.ts';
import { keepPlaces, placesOf } from './keepPlaces.ts';
import { politely } from './politely.ts';
import { prepareNotice } from './prepareNotice.ts';
import { NOT_PUBLIC, publishNotices, showGuide } from './publishNotices.ts';
import type { Channel } from './tellChannels.ts';

/**
 * The notice inside the product as a channel: published in each language of its article, then the guide is shown, and
 * both are looked at again. `undefined` when the account has set up no guide.
 */
export async function guideChannel(ports: BroadcastPorts, { id }: Ticket): Promise<Channel | undefined> {
  if (!ports.guide) return undefined;
  const guide = await ports.guide();
  const { clock, tickets } = ports;
  return {
    name: 'pendo',
    canLook: true,
    async tell(update, until) {
      const problem = await tickets.readOne(id);
      const incident = withUpdateInForce(toIncident(problem), update);
      const before = await politely(clock, () => guide.pages(), true);
      const known = ownOf(before, id, update.n);
      const wanted = new Map(
        await Promise.all(
          before.map(async ({ locale }) => {
            const { title, text } = await prepareNotice(ports, incident, locale);
            // Posted once: who tries again does not make it stay longer.
            const postedAt = known ? new Date(known.postedAt) : clock.now();
            return [locale, noticeOf(incident, { title, text }, postedAt)] as const;
          }),
        ),
      );
      const pages = await publishNotices(
        clock,
        guide,
        ({ locale, notices }) => {
          const notice = wanted.get(locale);
          return notice ? withNotice(notices, notice, clock.now()) : notices;
        },
        until,
      );
      if (!pages.some(({ isPublic }) => isPublic))
        throw new ServiceError('Help Center', 'forbidden', { code: NOT_PUBLIC, isRead: true });
      const shown = ownOf(pages, id, update.n);
      if (shown) {
        // Also a guide that is on already, and before it is: nobody else may see it for a moment.
        await politely(clock, () => guide.aim(), true);
        await showGuide(clock, guide, true);
      }
      const ends = shown?.expiresAt;
      if (ends || placesOf(problem).pendo)
        await keepPlaces(ports, id, () => ({ pendo: ends ? { until: ends } : {} }));
    },
  };
}

/** The incident's notice of this update, wherever it stands; nowhere once it is overtaken or its time is over. */
function ownOf(pages: readonly NoticePage[], id: number, n: number) {
  return pages.flatMap(({ notices }) => notices).find((each) => each.incident === id && each.n === n);
}
