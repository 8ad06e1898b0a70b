import { readFile } from 'node:fs/promises';
import type { RequestListener, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { answer } from '../../answer.ts';
import { LostResponse } from '../../world/call.ts';
import type { World } from '../../world/world.ts';
import { listenFor, refuse, respond } from './respond.ts';

const file = (name: string) =>
  readFile(fileURLToPath(new URL(`../product/${name}`, import.meta.url)), 'utf8');

/**
 * What customers reach: the company's product, and its Help Center without signing in. Opened by different names of this
 * machine they are as foreign to each other as they are on the net.
 */
export async function servePublic(world: World): Promise<RequestListener> {
  const [page, script, style] = await Promise.all([
    file('index.html'),
    file('product.js'),
    file('product.css'),
  ]);
  return listenFor(
    async (url, request, response) => {
      const port = String(request.headers.host).split(':')[1];
      if (url.pathname === '/product') respond(response, page, 'html');
      else if (url.pathname === '/product.js') respond(response, script, 'js');
      else if (url.pathname === '/product.css') respond(response, style, 'css');
      else if (url.pathname === '/product/guides') {
        const account = url.searchParams.get('account') ?? '';
        respond(response, JSON.stringify(guidesFor(world, account, `http://localhost:${port}`)), 'json');
      } else if (request.method === 'GET' && url.pathname.startsWith('/api/v2/help_center/'))
        await readHelpCenter(world, url, response);
      else refuse(response, 404, `Nobody is told of ${request.method} ${url.pathname}.`);
    },
    { otherSites: true },
  );
}

/** The guides that Pendo shows this account, with the block as it was pasted, but for where the workspace's Zendesk is. */
function guidesFor({ pendo, organizations, settings }: World, account: string, zendesk: string) {
  const shown = [...pendo.guides.values()]
    .filter((guide) => pendo.shows(guide, account))
    .map(({ id, code }) => ({
      id,
      code: code.replace(`https://${settings.subdomain}.zendesk.com`, zendesk),
    }));
  return { account: organizations.get(Number(account))?.name ?? '', shown };
}

async function readHelpCenter(world: World, url: URL, response: ServerResponse) {
  try {
    const call = { method: 'GET', url: url.pathname + url.search, headers: {} } as const;
    const { status, headers, body } = await answer(world, call);
    response.writeHead(status, headers);
    response.end(JSON.stringify(body));
  } catch (cause) {
    if (!(cause instanceof LostResponse)) throw cause;
    response.destroy();
  }
}
