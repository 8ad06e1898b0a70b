import { forbidden, notFound, Refusal } from '../world/refusal.ts';
import { isObject } from './readChange.ts';
import { idParam, ok, type Request, type Route } from './route.ts';

// https://developer.zendesk.com/api-reference/ticketing/apps/apps/
export const appRoutes: Route[] = [
  {
    method: 'GET',
    path: '/api/v2/apps/installations/{app_installation_id}/requirements',
    answer: requirements,
  },
  { method: 'POST', path: '/api/v2/apps/notify', limit: { name: 'notify' }, answer: notify },
];

const MOST_BYTES = 1_048_576;

function requirements(request: Request) {
  const { world } = request;
  if (idParam(request, 'app_installation_id') !== world.settings.installationId) throw notFound();
  const rows = [...world.ticketFields.values()].flatMap(({ id, identifier }) =>
    identifier ? { identifier, requirement_id: id, requirement_type: 'ticket_fields' } : [],
  );
  return ok({ requirements: rows, count: rows.length, next_page: null, previous_page: null });
}

function notify({ world, body }: Request) {
  if (!isObject(body) || typeof body.event !== 'string')
    throw new Refusal(400, 'BadRequest', 'Required parameter missing: event');
  if (body.app_id !== world.settings.appId) throw forbidden('The app is not installed.');
  if (JSON.stringify(body).length > MOST_BYTES) return { status: 413, headers: {}, body: undefined };
  world.changes.emit({
    kind: 'notified',
    appId: world.settings.appId,
    event: body.event,
    body: body.body,
    ...(typeof body.agent_id === 'number' ? { agentId: body.agent_id } : {}),
  });
  return ok(undefined);
}
