import { keepReminding } from '../../actions/keepReminding.ts';
import type { ReminderPorts } from '../../ports/reminders.ts';
import { createWords } from '../words.ts';
import { reminderText } from './reminderText.ts';

/** The page that nobody sees: one for each window of Zendesk. */
export interface Background {
  readonly ports: Promise<ReminderPorts>;
  readonly language: Promise<string>;
  readonly onDestroy: (act: () => void) => void;
}

/** Reminds the agent of promises that are about to break, or have, as long as the window is open. */
export async function start(
  app: Background,
  loadPhrases: (language: string) => Promise<unknown>,
): Promise<void> {
  const [ports, language] = await Promise.all([app.ports, app.language]);
  const words = createWords(language, await loadPhrases(language));
  const over = new AbortController();
  app.onDestroy(() => over.abort());
  let wake = () => {};
  document.addEventListener('visibilitychange', () => ports.isVisible() && wake(), { signal: over.signal });
  await keepReminding(
    ports,
    (incident, reminder, now) => reminderText(incident, reminder, now, words),
    over.signal,
    (ms) => {
      const seen = new Promise<void>((resolve) => {
        wake = resolve;
      });
      return Promise.race([ports.clock.pause(ms), seen]);
    },
  );
}
