import type { PageComponent, PageIncident } from '../world/statuspage.ts';
import type { World } from '../world/world.ts';

const iso = (ms: number) => new Date(ms).toISOString();

export function wireComponent({ statuspage, clock }: World, { id, name, state }: PageComponent) {
  return {
    id,
    page_id: statuspage.id,
    name,
    status: state,
    position: [...statuspage.components.keys()].indexOf(id) + 1,
    showcase: true,
    only_show_if_degraded: false,
    updated_at: iso(clock.now()),
  };
}

// https://developer.statuspage.io/#operation/getPagesPageIdIncidentsIncidentId: the newest update comes first.
export function wireIncident(world: World, incident: PageIncident) {
  const { statuspage } = world;
  const components = [...incident.componentIds].flatMap((id) => statuspage.components.get(id) ?? []);
  return {
    id: incident.id,
    page_id: statuspage.id,
    name: incident.name,
    status: incident.state,
    impact: incident.impact,
    impact_override: incident.impact,
    metadata: incident.metadata,
    shortlink: `https://stspg.example/${incident.id}`,
    created_at: iso(incident.createdAt),
    updated_at: iso(incident.updatedAt),
    ...(incident.resolvedAt === undefined ? {} : { resolved_at: iso(incident.resolvedAt) }),
    components: components.map((component) => wireComponent(world, component)),
    incident_updates: incident.updates.toReversed().map(({ id, state, body, at, mailed }) => ({
      id,
      incident_id: incident.id,
      status: state,
      body,
      created_at: iso(at),
      display_at: iso(at),
      updated_at: iso(at),
      deliver_notifications: mailed > 0,
    })),
  };
}
