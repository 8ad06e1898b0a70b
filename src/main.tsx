import type { ZafClient } from './adapters/zaf/client.ts';
import { connect, loadPhrases } from './connect.ts';

declare global {
  interface Window {
    ZAFClient?: { init(): ZafClient | false };
  }
}

// The requests leave first; React loads while they are under way.
const client = window.ZAFClient?.init();
const app = client ? connect(client) : undefined;
const root = document.getElementById('root');

if (root) {
  import('./views/sidebar/start.tsx').then(
    ({ start }) => start(root, app, loadPhrases),
    () => {
      root.textContent = 'Allclear could not load. Reload the page; if it happens again, tell an admin.';
    },
  );
}
