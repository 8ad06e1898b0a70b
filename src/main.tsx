import { connect, languageOf, loadFirstPhrases, loadPhrases, systemClock } from './connect.ts';
import { isBackgroundHash, isModalHash } from './domain/modalHash.ts';
import { glance } from './views/sidebar/glance.ts';

// The requests leave first; React loads while they are under way.
const client = window.ZAFClient?.init() || undefined;
const isModal = isModalHash(location.hash);
const isBackground = isBackgroundHash(location.hash);
const isDesk = location.hash.startsWith('#desk');
const app = client && !isModal && !isBackground && !isDesk ? connect(client) : undefined;
// Most agents read Zendesk in their browser's language; a wrong guess costs nothing but the guess.
const guess = languageOf(navigator.language);
loadFirstPhrases(guess).catch(() => {});
const root = document.getElementById('root');

// A ticket's page shows something before it needs them; the page in the background fetches them for the tickets to come.
if (!app)
  for (const link of document.querySelectorAll<HTMLLinkElement>('.first-view')) link.rel = 'modulepreload';

if (isBackground) {
  startBackground().catch(() => {}); // nobody looks at its page; the next window starts it again
} else if (root) {
  (isModal ? startModal(root) : isDesk ? startDesk(root) : startSidebar(root)).catch(() => {
    root.textContent = 'Allclear could not load. Reload the page; if it happens again, tell an admin.';
  });
}

async function startSidebar(root: HTMLElement) {
  if (app) await glance(root, app, loadFirstPhrases, guess);
  const { start } = await import('./views/sidebar/start.tsx');
  await start(root, app, { loadFirstPhrases, loadPhrases }, guess);
}

// What people look at comes first.
const AFTER_THE_REST_MS = 1_000;

async function startBackground() {
  if (!client) return;
  await systemClock.pause(AFTER_THE_REST_MS);
  const [{ connectBackground }, { start }] = await Promise.all([
    import('./connectBackground.ts'),
    import('./views/background/start.ts'),
  ]);
  await start(connectBackground(client), loadPhrases);
}

async function startModal(root: HTMLElement) {
  const [{ connectModal }, { readModalHash }, { start }] = await Promise.all([
    import('./connectModal.ts'),
    import('./domain/modalTask.ts'),
    import('./views/modal/start.tsx'),
  ]);
  const task = readModalHash(location.hash);
  await start(root, client && connectModal(client, task?.brand), task, loadPhrases);
}

async function startDesk(root: HTMLElement) {
  const [{ connectNavBar }, { start }] = await Promise.all([
    import('./connectNavBar.ts'),
    import('./views/desk/start.tsx'),
  ]);
  await start(root, client && connectNavBar(client), loadPhrases);
}
