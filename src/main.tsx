import { connect, languageOf, loadFirstPhrases, loadPhrases } from './connect.ts';
import { isModalHash } from './domain/modalHash.ts';

// The requests leave first; React loads while they are under way.
const client = window.ZAFClient?.init() || undefined;
const isModal = isModalHash(location.hash);
const app = client && !isModal ? connect(client) : undefined;
// Most agents read Zendesk in their browser's language; a wrong guess costs nothing but the guess.
const guess = languageOf(navigator.language);
loadFirstPhrases(guess).catch(() => {});
const root = document.getElementById('root');

if (root) {
  (isModal ? startModal(root) : startSidebar(root)).catch(() => {
    root.textContent = 'Allclear could not load. Reload the page; if it happens again, tell an admin.';
  });
}

async function startSidebar(root: HTMLElement) {
  // Zendesk's first word comes while the view's files would be run; the requests that wait for it go before them.
  await app?.ticketId.catch(() => {});
  const { start } = await import('./views/sidebar/start.tsx');
  await start(root, app, { loadFirstPhrases, loadPhrases }, guess);
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
