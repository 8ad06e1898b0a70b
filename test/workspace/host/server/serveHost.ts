import { readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { World } from '../../world/world.ts';
import type { InstalledApp } from '../../zaf/installedApp.ts';
import { bundle } from './bundle.ts';
import { answerHost } from './hostApi.ts';
import { listenFor, refuse, respond } from './respond.ts';

export interface Hosted {
  world: World;
  app: InstalledApp;
  appUrl: string;
  productUrl: string;
  requirements: boolean;
  fieldsOnForm: readonly number[] | undefined;
}

const STYLES = ['tokens', 'frame', 'views', 'ticket', 'composer', 'apps', 'jira', 'product', 'channels'];
const file = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Serves the agent workspace: its page, and what the page asks of the world. */
export async function serveHost(hosted: Hosted): Promise<RequestListener> {
  const [page, script, ...styles] = await Promise.all([
    readFile(file('index.html'), 'utf8'),
    bundle(file('main.ts')),
    ...STYLES.map((name) => readFile(file(`style/${name}.css`), 'utf8')),
  ]);
  // Whatever a customer writes, the page runs its own script and nothing else.
  const policy = [
    "default-src 'self'",
    "img-src 'self' data:",
    "style-src 'self' 'unsafe-inline'",
    `frame-src ${hosted.appUrl} ${hosted.productUrl}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return listenFor(async (url, request, response) => {
    if (url.pathname === '/') respond(response, page, 'html', { 'content-security-policy': policy });
    else if (url.pathname === '/host.js') respond(response, script, 'js');
    else if (url.pathname === '/host.css') respond(response, styles.join('\n'), 'css');
    else if (url.pathname.startsWith('/__workspace/')) await answerHost(hosted, request, response, url);
    else refuse(response, 404, `The workspace has no page ${url.pathname}.`);
  });
}
