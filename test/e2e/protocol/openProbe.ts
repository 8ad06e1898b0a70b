import { fileURLToPath } from 'node:url';
import type { Browser, Frame, Page } from '@playwright/test';
import { openWorkspace, type Workspace } from '../../workspace/serve.ts';
import { realClock } from '../../workspace/world/clock.ts';
import { createWorld } from '../../workspace/world/createWorld.ts';
import { type SmallOutage, smallOutage } from '../../workspace/world/seed/build.ts';

export type Message = Record<string, unknown> & { key?: string; id?: number };
type Sdk = {
  get(path: unknown): Promise<Record<string, unknown>>;
  set(...args: unknown[]): Promise<unknown>;
  invoke(...args: unknown[]): Promise<Record<string, never>>;
  request(options: unknown): Promise<unknown>;
  on(event: string, handler: (value: unknown) => unknown): void;
  off(event: string, handler: unknown): void;
  trigger(event: string, value?: unknown): void;
  postMessage(name: string, value?: unknown): void;
  context(): Promise<unknown>;
  metadata(): Promise<unknown>;
  instance(guid: string): Sdk;
};
declare global {
  interface Window {
    client: Sdk;
    early: Promise<Record<string, unknown>>;
    heard: unknown[];
    messages: Message[];
  }
}

/** A workspace around an app that does nothing by itself, so that a test can speak through the real SDK. */
export interface Probe {
  workspace: Workspace;
  seed: SmallOutage;
  freshTicket(): number;
  open(browser: Browser, ticketId?: number, agent?: string): Promise<OpenProbe>;
}

export interface OpenProbe {
  page: Page;
  app: Frame;
  ticketId: number;
  /** Errors that nobody caught, in the page or in the app. */
  problems: string[];
  close(): Promise<void>;
}

export async function openProbe(): Promise<Probe> {
  const latency = { read: 5, write: 5, jitter: 0 };
  const world = createWorld({ clock: realClock(), settings: { latency } });
  const seed = smallOutage(world, { reports: 24 });
  const appDir = fileURLToPath(new URL('../../workspace/host/probe', import.meta.url));
  const workspace = await openWorkspace({ world, appDir, settings: { slack_token: 'xoxb-secret' } });
  let next = 0;
  const freshTicket = () => seed.reports[next++ % seed.reports.length]!.id;
  return {
    workspace,
    seed,
    freshTicket,
    open: (browser, ticketId = freshTicket(), agent = 'mara') => open(workspace, browser, ticketId, agent),
  };
}

export const at = (name: string) => `[data-test-id="${name}"]`;

export async function frameOf(page: Page, name: string): Promise<Frame> {
  const element = await page.locator(`${at(name)}:visible`).elementHandle();
  const frame = await element!.contentFrame();
  await frame!.waitForFunction(() => 'client' in window);
  return frame!;
}

/** What the app has said so far. */
export const fromApp = (page: Page) => page.evaluate(() => window.messages);
export const fromHost = (app: Frame) => app.evaluate(() => window.messages);

async function open(
  workspace: Workspace,
  browser: Browser,
  ticketId: number,
  agent: string,
): Promise<OpenProbe> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  // In the host this records what the app says, in the app what the host says: exactly as it was posted.
  await page.addInitScript(() => {
    window.messages = [];
    window.addEventListener('message', ({ data }) => {
      const message = typeof data === 'string' ? JSON.parse(data) : data;
      window.messages.push({ ...message, wasText: typeof data === 'string' });
    });
  });
  await page.goto(`${workspace.url}#/tickets/${ticketId}?agent=${agent}`);
  const app = await frameOf(page, 'app-frame');
  await app.evaluate(() => window.early);
  return { page, app, ticketId, problems, close: () => context.close() };
}
