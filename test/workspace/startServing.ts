import { spawn } from 'node:child_process';
import { openWorkspace, type Workspace } from './serve.ts';

const PORT = 4600;
const workspace = await openOnFreePort();
const url = `${workspace.url}#/${workspace.seed ? `tickets/${workspace.seed.lucia}` : 'views/unsolved'}?agent=mara`;

console.log(`
  Allclear workspace   ${url}
  Jira                 ${workspace.url}#/jira
  Another agent        choose one at the top right, or open ${workspace.url}#/views/incidents?agent=tom in a second window
  Stop                 Ctrl+C
`);
if (process.env.ALLCLEAR_OPEN) openBrowser(url);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    workspace.close().then(() => process.exit(0));
  });
}

async function openOnFreePort(): Promise<Workspace> {
  try {
    return await openWorkspace({ port: PORT });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
    console.log(`Port ${PORT} is taken; using another one.`);
    return openWorkspace();
  }
}

/** Where there is a display. That it fails is no harm: the address is on the screen. */
function openBrowser(address: string) {
  const commands: Partial<Record<NodeJS.Platform, string[]>> = {
    darwin: ['open'],
    win32: ['cmd', '/c', 'start', ''],
    linux: process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ['xdg-open'] : [],
  };
  const [command, ...args] = commands[process.platform] ?? [];
  if (!command) return;
  const opener = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  opener.on('error', () => undefined);
  opener.unref();
}
