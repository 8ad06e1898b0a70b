import {
  COMPONENT_STATES,
  type ComponentState,
  IMPACTS,
  PAGE_STATES,
  type PageIncident,
  type PageState,
  type Statuspage,
} from '../world/statuspage.ts';
import { PageRefusal } from './route.ts';

/** What somebody asks to have written about an incident; what is absent stays as it is. */
export interface Wanted {
  readonly name?: string;
  readonly body?: string;
  readonly state?: PageState;
  readonly impact?: PageIncident['impact'];
  readonly metadata?: Record<string, unknown>;
  readonly componentIds?: readonly string[];
  readonly components: ReadonlyMap<string, ComponentState>;
  readonly mails: boolean;
}

// https://developer.statuspage.io/#operation/postPagesPageIdIncidents
const LONGEST_NAME = 255;
const LONGEST_BODY = 25_000;

/** Reads the body of a request; refuses, with all its complaints, what the reference does not allow. */
export function readIncident(body: unknown, page: Statuspage): Wanted {
  const incident = (body as { incident?: unknown } | null)?.incident;
  if (typeof incident !== 'object' || incident === null)
    throw new PageRefusal(400, { error: 'incident is missing' });
  const {
    name,
    body: text,
    status,
    impact_override,
    metadata,
    component_ids,
    components,
    ...rest
  } = incident as Record<string, unknown>;
  const { deliver_notifications: mails = true } = rest;
  const states = Object.entries((components ?? {}) as Record<string, unknown>);
  const ids = [...states.map(([id]) => id), ...((component_ids ?? []) as unknown[])];
  const complaints = [
    name !== undefined && !(typeof name === 'string' && name.trim()) && "Name can't be blank",
    String(name ?? '').length > LONGEST_NAME && `Name is too long (maximum is ${LONGEST_NAME} characters)`,
    String(text ?? '').length > LONGEST_BODY && `Body is too long (maximum is ${LONGEST_BODY} characters)`,
    !isOneOf(PAGE_STATES, status) && 'Status is not included in the list',
    !isOneOf(IMPACTS, impact_override) && 'Impact override is not included in the list',
    !states.every(([, state]) => isOneOf(COMPONENT_STATES, state)) && 'Component status is not in the list',
    !ids.every((id) => page.components.has(String(id))) && 'Component does not exist on this page',
    !Object.values(metadata ?? {}).every((value) => typeof value === 'object' && value !== null) &&
      'Metadata: all top level values must be objects',
  ].filter((each) => typeof each === 'string');
  if (complaints.length > 0) throw new PageRefusal(422, { error: complaints });
  return {
    ...(name === undefined ? {} : { name: String(name) }),
    ...(text === undefined ? {} : { body: String(text) }),
    ...(status === undefined ? {} : { state: status as PageState }),
    ...(impact_override === undefined ? {} : { impact: impact_override as PageIncident['impact'] }),
    ...(metadata === undefined ? {} : { metadata: metadata as Record<string, unknown> }),
    ...(component_ids === undefined ? {} : { componentIds: (component_ids as unknown[]).map(String) }),
    components: new Map(states as [string, ComponentState][]),
    mails: mails !== false,
  };
}

const isOneOf = (list: readonly string[], value: unknown) =>
  value === undefined || list.includes(String(value));
