import type { PageIncident } from '../world/statuspage.ts';
import type { World } from '../world/world.ts';
import { readIncident, type Wanted } from './readIncident.ts';
import { PageRefusal, type Request, type Route, reply } from './route.ts';
import { wireComponent, wireIncident } from './wire.ts';

const PAGE = '/v1/pages/{page_id}';

/** All of Statuspage that the workspace knows. https://developer.statuspage.io */
export const routes: readonly Route[] = [
  { method: 'GET', path: PAGE, answer: page },
  { method: 'GET', path: `${PAGE}/components`, answer: components },
  { method: 'GET', path: `${PAGE}/incidents`, answer: (request) => list(request, () => true) },
  {
    method: 'GET',
    path: `${PAGE}/incidents/unresolved`,
    answer: (request) => list(request, ({ state }) => state !== 'resolved'),
  },
  { method: 'POST', path: `${PAGE}/incidents`, answer: create },
  { method: 'GET', path: `${PAGE}/incidents/{incident_id}`, answer: show },
  { method: 'PATCH', path: `${PAGE}/incidents/{incident_id}`, answer: change },
  { method: 'PUT', path: `${PAGE}/incidents/{incident_id}`, answer: change },
];

function page({ world: { statuspage } }: Request) {
  const { id, name, url } = statuspage;
  return reply(200, { id, name, url, subdomain: 'harborgifts' });
}

function components({ world }: Request) {
  return reply(
    200,
    [...world.statuspage.components.values()].map((each) => wireComponent(world, each)),
  );
}

function list({ world, query }: Request, isWanted: (incident: PageIncident) => boolean) {
  const size = Number(query.get('per_page') ?? query.get('limit') ?? 100);
  const from = (Number(query.get('page') ?? 1) - 1) * size;
  const newestFirst = [...world.statuspage.incidents.values()].filter(isWanted).toReversed();
  return reply(
    200,
    newestFirst.slice(from, from + size).map((each) => wireIncident(world, each)),
  );
}

function create({ world, body }: Request) {
  const { statuspage, clock } = world;
  const wanted = readIncident(body, statuspage);
  if (wanted.name === undefined) throw new PageRefusal(422, { error: ["Name can't be blank"] });
  const now = clock.now();
  const incident: PageIncident = {
    id: statuspage.nextId(),
    name: wanted.name,
    state: wanted.state ?? 'investigating',
    impact: 'none',
    metadata: {},
    componentIds: new Set(),
    updates: [],
    createdAt: now,
    updatedAt: now,
  };
  statuspage.incidents.set(incident.id, incident);
  write(world, incident, wanted);
  return reply(201, wireIncident(world, incident));
}

function show(request: Request) {
  return reply(200, wireIncident(request.world, incidentOf(request)));
}

function change(request: Request) {
  const incident = incidentOf(request);
  write(request.world, incident, readIncident(request.body, request.world.statuspage));
  return reply(200, wireIncident(request.world, incident));
}

function incidentOf({ world, params }: Request): PageIncident {
  const incident = world.statuspage.incidents.get(params.incident_id ?? '');
  if (!incident) throw new PageRefusal(404, { error: 'Not found' });
  return incident;
}

/** A new state or a new text makes an update of its own, and that is what subscribers are written to about. */
function write(world: World, incident: PageIncident, wanted: Wanted) {
  const { statuspage, clock, changes } = world;
  const now = clock.now();
  const { name, body, state, impact, metadata, componentIds, components: states, mails } = wanted;
  if (name !== undefined) incident.name = name;
  if (impact !== undefined) incident.impact = impact;
  if (metadata !== undefined) incident.metadata = metadata;
  if (componentIds) {
    incident.componentIds.clear();
    for (const id of componentIds) incident.componentIds.add(id);
  }
  for (const [id, componentState] of states) {
    incident.componentIds.add(id);
    const component = statuspage.components.get(id);
    if (component) component.state = componentState;
  }
  if (state !== undefined) incident.state = state;
  if (body || (state !== undefined && incident.updates.at(-1)?.state !== state)) {
    incident.updates.push({
      id: statuspage.nextId(),
      state: incident.state,
      body: body ?? '',
      at: now,
      mailed: mails ? statuspage.subscribers : 0,
    });
  }
  if (incident.state === 'resolved') incident.resolvedAt ??= now;
  else delete incident.resolvedAt;
  incident.updatedAt = now;
  changes.emit({ kind: 'statuspage', incidentId: incident.id });
}
