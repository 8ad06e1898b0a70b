import { createBrowser } from './adapters/browser.ts';
import { createHeard } from './adapters/heard.ts';
import type { ZafClient } from './adapters/zaf/client.ts';
import { REQUIREMENT_PATHS } from './adapters/zaf/fields.ts';
import { readMyself } from './adapters/zaf/myself.ts';
import { connectDesk, systemClock } from './connect.ts';
import type { ReminderPorts } from './ports/reminders.ts';
import type { Browser, Clock } from './ports.ts';

/** Builds what the page in the background needs: no ticket is open there, and nobody sees it. */
export function connectBackground(
  client: ZafClient,
  clock: Clock = systemClock,
  storage: () => Storage = () => localStorage,
  browser: Browser = createBrowser(storage),
  isVisible: () => boolean = () => !document.hidden,
) {
  const basics = client.get(['currentUser.locale', ...REQUIREMENT_PATHS]).catch(() => ({}));
  const desk = connectDesk(client, clock, basics, async () => ({}), storage);
  const heard = createHeard(storage);
  return {
    language: desk.language,
    onDestroy: desk.onDestroy,
    ports: desk.settings.then(
      (settings): ReminderPorts => ({
        tickets: desk.tickets,
        settings,
        clock,
        browser,
        heard,
        isVisible,
        broadcasting: desk.broadcasting,
        me: () => readMyself(client),
        // https://developer.zendesk.com/api-reference/apps/apps-support-api/all_locations/#notify
        say: async (text, weight) => {
          const options = weight === 'alert' ? { sticky: true } : { life: NOTICE_LIFE_MS };
          await client.invoke('notify', text, weight, options).catch(() => {});
        },
      }),
    ),
  };
}

// Long enough to be read by somebody who is answering a customer.
const NOTICE_LIFE_MS = 20_000;
