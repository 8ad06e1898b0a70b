import type { IncomingMessage, ServerResponse } from 'node:http';
import { answer } from '../../answer.ts';
import { type Call, LostResponse } from '../../world/call.ts';
import type { World } from '../../world/world.ts';
import { toInstallation } from '../../zaf/installedApp.ts';
import { readNoTicket, readSnapshot } from '../../zaf/readSnapshot.ts';
import type { RequestOptions } from '../../zaf/request.ts';
import { sendRequest } from '../../zaf/sendRequest.ts';
import type { AgentName, Start, TicketRow } from '../start.ts';
import { PLACE_APIS } from './placeApi.ts';
import { readJson, refuse, respond } from './respond.ts';
import type { Hosted } from './serveHost.ts';

/** What the page asks of the world. Vendor calls go through the same door as those of the in-process client. */
export async function answerHost(
  hosted: Hosted,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const { world, app } = hosted;
  const path = url.pathname.slice('/__workspace/'.length);
  const agent = Number(url.searchParams.get('agent'));
  const [, place = '', name = ''] = /^places\/(\w+)\/([\w-]*)$/.exec(path) ?? [];
  const placeApi = PLACE_APIS[place];
  const ticket = /^tickets\/(\d+)$/.exec(path);
  const json = (content: unknown) => respond(response, JSON.stringify(content), 'json');

  if (request.method === 'GET' && path === 'start') json(readStart(hosted));
  else if (request.method === 'GET' && path === 'no-ticket') json(readNoTicket(world, agent));
  else if (request.method === 'GET' && path === 'tickets') json(listTickets(world));
  else if (request.method === 'GET' && path === 'changes') streamChanges(world, request, response);
  else if (request.method === 'GET' && ticket) {
    if (!world.tickets.has(Number(ticket[1]))) refuse(response, 404, `There is no ticket ${ticket[1]}.`);
    else json(readSnapshot(world, Number(ticket[1]), agent));
  } else if (placeApi && request.method === 'GET') json(placeApi.read(world, name) ?? null);
  else if (placeApi && request.method === 'POST') {
    placeApi.act(world, name, await readJson(request));
    json(null);
  } else if (request.method === 'POST' && path === 'call') {
    const call = (await readJson(request)) as Call;
    const answered = await answer(world, call).catch((cause: unknown) => {
      if (cause instanceof LostResponse) return null;
      throw cause;
    });
    json(answered);
  } else if (request.method === 'POST' && path === 'request') {
    const wanted = (await readJson(request)) as { agent: number; options: RequestOptions };
    json(await sendRequest(world, app, wanted.agent, wanted.options));
  } else refuse(response, 404, `The workspace does not know ${request.method} ${url.pathname}.`);
}

function readStart({ world, app, appUrl, productUrl, requirements, fieldsOnForm }: Hosted): Start {
  return {
    now: world.clock.now(),
    appUrl,
    productUrl,
    mayDownload: world.settings.framesMayDownload,
    location: app.sidebar,
    ...(app.navBar ? { navBar: app.navBar } : {}),
    ...(app.background ? { background: app.background } : {}),
    agents: agentsOf(world),
    groups: [...world.groups.values()].map(({ id, name }) => ({ id, name })),
    account: [...world.brands.values()][0]?.name ?? world.settings.subdomain,
    installation: toInstallation(world, app, requirements),
    ...(fieldsOnForm ? { fieldsOnForm } : {}),
  };
}

function agentsOf(world: World): AgentName[] {
  return [...world.users.values()]
    .filter((user) => user.role !== 'end-user' && !user.suspended)
    .map(({ id, name, role, onlyPrivateComments }) => ({
      id,
      name,
      slug: (name.split(' ')[0] ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
      title: onlyPrivateComments ? 'Light agent' : role === 'admin' ? 'Admin' : 'Agent',
      onlyPrivateComments,
    }));
}

function listTickets(world: World): TicketRow[] {
  return [...world.tickets.values()]
    .sort((a, b) => b.updatedAt - a.updatedAt || b.id - a.id)
    .map((ticket) => ({
      id: ticket.id,
      subject: ticket.subject,
      requester: world.user(ticket.requesterId).name,
      status: ticket.status,
      type: ticket.type,
      priority: ticket.priority,
      assigneeId: ticket.assigneeId,
      problemId: ticket.problemId,
      channel: ticket.channel,
      createdAt: ticket.createdAt,
      updatedAt: ticket.updatedAt,
    }));
}

/** Server-sent events: every window sees at once what happens in the world. */
function streamChanges(world: World, request: IncomingMessage, response: ServerResponse) {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': the world, as it changes\n\n');
  const unsubscribe = world.changes.subscribe((change) => {
    response.write(`data: ${JSON.stringify(change)}\n\n`);
  });
  request.once('close', unsubscribe);
}
