import { remindOfReviews } from '../../src/actions/remindOfReviews.ts';
import { remindPeople, type Word } from '../../src/actions/remindPeople.ts';
import { createBrowser } from '../../src/adapters/browser.ts';
import { replyTexts } from '../../src/adapters/texts.ts';
import type { ZafClient } from '../../src/adapters/zaf/client.ts';
import { connectBackground } from '../../src/connectBackground.ts';
import { APP_SETTINGS, openSettings } from '../workspace/appSettings.ts';
import { openClient } from '../workspace/client.ts';
import { appClock } from './appClock.ts';
import { memoryStorage } from './memoryStorage.ts';
import { openBroadcast, type Wanted } from './openBroadcast.ts';

// Zendesk's proxy knows it, and no iframe does.
const SECRET = { slack_token: APP_SETTINGS.slack_token };
const MINUTE = 60_000;
const word: Word = ({ id }, { kind, stage }) => `${kind} of #${id}, stage ${stage}`;

/** An outage that Mara leads, an update promised in 12 minutes, and windows of Zendesk with the page in the background. */
export function openReminders({ app = {}, ...wanted }: Wanted = {}) {
  const settings = { ...openSettings('slack'), ...app };
  const opened = openBroadcast({ ...wanted, app: settings });
  const { world, time, incident, run } = opened;
  const record = () => JSON.parse(String(world.valueOf(incident.id, 'allclear_record')));
  const due = Date.parse(record().update.next);

  /** A window of this agent's; windows of one browser share its `storage`. */
  async function sit(who: 'mara' | 'tom' | 'ines', storage = memoryStorage(), offset = 0) {
    const look = { isVisible: true };
    const { client, session } = openClient(world, {
      ...{ agent: opened[who].id, ticketId: 0, location: 'background', settings: { ...SECRET, ...settings } },
    });
    const clock = appClock(time, offset);
    const app = connectBackground(
      client as unknown as ZafClient,
      clock,
      () => storage,
      createBrowser(() => storage, undefined),
      () => look.isVisible,
    );
    const ports = await run(app.ports);
    // Read from disk now, so that virtual time does not run ahead while a file is read.
    const broadcasting = await run(ports.broadcasting());
    await broadcasting.chat?.();
    await Promise.all(replyTexts.languages.map((language) => replyTexts.load(language)));
    return {
      ports,
      setVisible: (isVisible: boolean) => void Object.assign(look, { isVisible }),
      lookUp: () => run(remindPeople(ports, word)),
      lookAtReviews: () => run(remindOfReviews(ports, word)),
      /** What was said at the top of this window. */
      said: () => session.toasts.map(({ text, kind, life }) => `${kind}${life ? '' : ', stays'}: ${text}`),
    };
  }

  return {
    ...opened,
    record,
    sit,
    /** Lets time pass until so many minutes after the promise; before it, for a negative number. */
    pass: (minutes: number) => time.advance(due + minutes * MINUTE - time.now()),
    due,
    /** What the channel was told of broken promises, in order. */
    heardInSlack: () =>
      world.slack
        .channel('support_tech')
        .messages.map(({ lines }) => lines[0] ?? '')
        .filter((line) => /[Oo]verdue|was expected/.test(line)),
  };
}
