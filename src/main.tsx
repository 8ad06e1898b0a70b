import { connect, languageOf, loadPhrases } from './connect.ts';

// The requests leave first; React loads while they are under way.
const client = window.ZAFClient?.init();
const app = client ? connect(client) : undefined;
// Most agents read Zendesk in their browser's language; a wrong guess costs nothing but the guess.
loadPhrases(languageOf(navigator.language)).catch(() => {});
const root = document.getElementById('root');

if (root) {
  import('./views/sidebar/start.tsx').then(
    ({ start }) => start(root, app, loadPhrases),
    () => {
      root.textContent = 'Allclear could not load. Reload the page; if it happens again, tell an admin.';
    },
  );
}
