import { readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import { extname, normalize } from 'node:path';
import { bundle } from './bundle.ts';
import { listenFor, refuse, respond } from './respond.ts';

const SDK_URL = 'https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js';
const LOCAL_SDK = '/zaf_sdk.js';

/**
 * Serves the built package as Zendesk's asset server does. One thing is changed, in index.html alone: the SDK comes from
 * here and not from Zendesk's CDN (and the page's CSP no longer names the CDN), because the workspace never leaves this
 * machine. The copy is the npm package's older state of it, which gives up on get, set and invoke after 5 seconds.
 */
export async function serveApp(appDir: string): Promise<RequestListener> {
  const sdk = await bundle(createRequire(import.meta.url).resolve('zendesk_app_framework_sdk'), 'ZAFClient');
  return listenFor(async ({ pathname }, _, response) => {
    if (pathname === LOCAL_SDK) respond(response, sdk, 'js', CACHED);
    else await serveFile(appDir, decodeURIComponent(pathname), response);
  });
}

// What has a hash in its name never changes.
const CACHED = { 'cache-control': 'public, max-age=31536000, immutable' };

async function serveFile(appDir: string, pathname: string, response: Parameters<RequestListener>[1]) {
  const path = normalize(pathname);
  const kind = extname(path).slice(1);
  try {
    // As in Zendesk, only assets/ is there to load; the manifest is not.
    if (!path.startsWith('/assets/') || path.includes('\0')) throw new Error('Not an asset');
    const content = await readFile(appDir + path);
    if (kind === 'html') respond(response, withLocalSdk(content.toString('utf8')), kind);
    else respond(response, content, kind, /-[\w-]{8}\.\w+$/.test(path) ? CACHED : {});
  } catch {
    refuse(response, 404, `${path} is not in the package.`);
  }
}

function withLocalSdk(html: string): string {
  return html.replace(SDK_URL, LOCAL_SDK).replaceAll(' https://static.zdassets.com', '');
}
