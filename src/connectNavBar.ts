import { createBrowser } from './adapters/browser.ts';
import type { ZafAnswer, ZafClient } from './adapters/zaf/client.ts';
import { createDrafts } from './adapters/zaf/drafts.ts';
import { REQUIREMENT_PATHS } from './adapters/zaf/fields.ts';
import { createForm } from './adapters/zaf/form.ts';
import { createModals } from './adapters/zaf/modals.ts';
import { connectDesk, ROLE, systemClock, tabStorage } from './connect.ts';
import type { DeskPorts } from './ports/desk.ts';
import type { Browser, Clock } from './ports.ts';

/** Builds what the desk needs, in the iframe behind the app's icon in the nav bar: there is no open ticket. */
export function connectNavBar(
  client: ZafClient,
  clock: Clock = systemClock,
  storage = tabStorage,
  browser: Browser = createBrowser(),
) {
  const basics: Promise<ZafAnswer> = client
    .get(['currentUser.locale', ROLE, ...REQUIREMENT_PATHS])
    .catch(() => ({}));
  // Under whose name customers know the company, an incident's record says: `portsOf` in views/desk.
  const desk = connectDesk(client, clock, basics, async () => ({}), storage);
  const form = createForm(client, desk.fieldIds);
  return {
    ...desk,
    ports: desk.broadcasting().then(
      (broadcasting): DeskPorts => ({
        ...broadcasting,
        form,
        drafts: createDrafts(storage),
        browser,
        modals: createModals(client, storage),
        isAdmin: async () => (await basics)[ROLE] === 'admin',
        broadcasting: desk.broadcasting,
        onTurn(act) {
          const toFront = () => act(true);
          const toBack = () => act(false);
          for (const event of FRONT) client.on(event, toFront);
          for (const event of BACK) client.on(event, toBack);
          return () => {
            for (const event of FRONT) client.off(event, toFront);
            for (const event of BACK) client.off(event, toBack);
          };
        },
      }),
    ),
    // It fills the page, whatever it shows.
    resize: () => {},
  };
}

// Which of the two a page behind the nav bar hears is on no page of Zendesk's; either will do.
const FRONT = ['app.activated', 'pane.activated'];
const BACK = ['app.deactivated', 'pane.deactivated'];
