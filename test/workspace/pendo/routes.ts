import type { Answer, Method } from '../world/call.ts';
import { GUIDE_STATES, type GuideState, type PendoGuide, type PendoSegment } from '../world/pendo.ts';
import type { World } from '../world/world.ts';

export interface Request {
  readonly world: World;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export interface Route {
  readonly method: Method;
  readonly path: string;
  /** Needs a key with "Allow Write Access". */
  readonly writes?: true;
  answer(request: Request): Answer;
}

const GUIDE = '/api/v1/guide';

/** All of Pendo that the workspace knows. https://engageapi.pendo.io */
export const routes: readonly Route[] = [
  { method: 'GET', path: GUIDE, answer: guides },
  { method: 'GET', path: `${GUIDE}/{guideId}/history`, answer: history },
  { method: 'PUT', path: `${GUIDE}/{guideId}/state`, writes: true, answer: setState },
  { method: 'PUT', path: `${GUIDE}/{guideId}/segment`, writes: true, answer: setSegment },
  { method: 'GET', path: '/api/v1/segment', answer: segments },
  { method: 'GET', path: '/api/v1/segment/{id}', answer: segment },
  { method: 'GET', path: '/api/v1/token/verify', answer: () => reply(200, { valid: true }) },
];

export const reply = (status: number, body: unknown): Answer => ({ status, headers: {}, body });

const refused = (why: string) => reply(400, { message: why });

function guides({ world, query }: Request) {
  const [ids, states] = [query.getAll('id'), query.getAll('state')];
  const found = [...world.pendo.guides.values()].filter(
    ({ id, state }) =>
      (ids.length === 0 || ids.includes(id)) && (states.length === 0 || states.includes(state)),
  );
  return reply(200, found.map(wireGuide));
}

function history(request: Request) {
  const guide = guideOf(request);
  return guide ? reply(200, guide.history) : refused('guide not found');
}

function setState(request: Request) {
  const guide = guideOf(request);
  const { state } = (request.body ?? {}) as { state?: string };
  if (!guide) return refused('guide not found');
  if (!GUIDE_STATES.some((each) => each === state)) return refused(`invalid state: ${state}`);
  if (!request.world.pendo.ignoredStates.has(String(state))) guide.state = state as GuideState;
  return changed(request, guide, `state ${guide.state}`);
}

function setSegment(request: Request) {
  const guide = guideOf(request);
  const { segmentId } = (request.body ?? {}) as { segmentId?: string };
  if (!guide) return refused('guide not found');
  if (!segmentId || !request.world.pendo.segments.has(segmentId)) return refused('segment not found');
  guide.segmentId = segmentId;
  return changed(request, guide, `segment ${segmentId}`);
}

function changed({ world }: Request, guide: PendoGuide, what: string) {
  const at = world.clock.now();
  guide.history.push({ at, what });
  guide.updatedAt = at;
  world.changes.emit({ kind: 'pendo', guideId: guide.id });
  return reply(200, undefined);
}

function segments({ world }: Request) {
  return reply(200, [...world.pendo.segments.values()].map(wireSegment));
}

function segment({ world, params }: Request) {
  const found = world.pendo.segments.get(params.id ?? '');
  return found ? reply(200, wireSegment(found)) : refused('segment not found');
}

const guideOf = ({ world, params }: Request) => world.pendo.guides.get(params.guideId ?? '');

function wireGuide({ id, name, state, updatedAt }: PendoGuide) {
  return {
    id,
    name,
    state,
    launchMethod: 'auto',
    isMultiStep: false,
    steps: [],
    lastUpdatedAt: Math.round(updatedAt),
  };
}

const wireSegment = ({ id, name }: PendoSegment) => ({ id, name });
