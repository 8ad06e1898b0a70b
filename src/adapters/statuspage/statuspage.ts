import * as v from 'valibot';
import type { PageSettings } from '../../domain/channelSettings.ts';
import type { PageUpdate } from '../../domain/pageText.ts';
import type { PageIncident, StatusPage } from '../../ports/statusPage.ts';
import type { Clock } from '../../ports.ts';
import { readFrom } from '../read.ts';
import type { ZafClient, ZafRequest } from '../zaf/client.ts';
import { send } from '../zaf/send.ts';

const SERVICE = 'Statuspage';

/** One page at Atlassian Statuspage, by a key that only Zendesk's proxy knows. https://developer.statuspage.io */
export function createStatuspage(client: ZafClient, clock: Clock, settings: PageSettings): StatusPage {
  const { page, components, writesToSubscribers } = settings;
  async function ask<Schema extends v.GenericSchema>(
    schema: Schema,
    path: string,
    request: Partial<ZafRequest> = {},
  ) {
    const { body } = await send(client, clock, SERVICE, {
      url: `https://api.statuspage.io/v1/pages/${page}${path}`,
      headers: { Authorization: 'OAuth {{setting.statuspage_key}}' },
      secure: true,
      ...request,
    });
    return readFrom(SERVICE, schema, body, `page${path}`);
  }
  const write = (type: 'POST' | 'PUT', path: string, update: PageUpdate) =>
    ask(WireIncident, `/incidents${path}`, {
      type,
      contentType: 'application/json',
      data: JSON.stringify({ incident: toWire(update) }),
    });
  const toWire = ({ account, incident, n, name, body, stage, severity }: PageUpdate) => ({
    name,
    body,
    status: stage,
    impact_override: IMPACTS[severity],
    metadata: { allclear: { account, incident, n } },
    // Left out, it is true and writes to everybody who follows the page.
    deliver_notifications: writesToSubscribers,
    ...(components.length > 0 && {
      component_ids: components,
      // Said with every update: whether components recover by themselves when an incident ends is on no page.
      components: Object.fromEntries(components.map((id) => [id, stateOf(stage, severity)])),
    }),
  });

  return {
    read: async (id) => toIncident(await ask(WireIncident, `/incidents/${encodeURIComponent(id)}`)),
    async find({ account, incident }) {
      const newest = await ask(v.array(WireIncident), '/incidents?limit=100');
      const found = newest.find(({ metadata }) => {
        const mark = metadata?.allclear;
        return mark?.account === account && mark.incident === incident;
      });
      return found && toIncident(found);
    },
    create: async (update) => toIncident(await write('POST', '', update)),
    // PUT and PATCH take the same; that Zendesk's proxy lets PATCH pass is on no page, and everything is said anyway.
    add: async (id, update) => toIncident(await write('PUT', `/${encodeURIComponent(id)}`, update)),
    async check() {
      const { name } = await ask(WirePage, '');
      const known =
        components.length > 0 ? await ask(v.array(WireComponent), '/components?per_page=1000') : [];
      const named = known.filter(({ id }) => components.includes(id));
      const lacks = components.filter((id) => !known.some((each) => each.id === id));
      return { name, components: named.map((each) => each.name), lacks };
    },
  };
}

const IMPACTS = { 1: 'critical', 2: 'major', 3: 'minor' } as const;
const STATES = { 1: 'major_outage', 2: 'partial_outage', 3: 'degraded_performance' } as const;

function stateOf(stage: PageUpdate['stage'], severity: PageUpdate['severity']) {
  if (stage === 'resolved') return 'operational';
  return stage === 'monitoring' ? 'degraded_performance' : STATES[severity];
}

const WirePage = v.object({ name: v.string() });
const WireComponent = v.object({ id: v.string(), name: v.string() });
const Mark = v.object({ account: v.string(), incident: v.number(), n: v.number() });
const WireIncident = v.object({
  id: v.string(),
  status: v.optional(v.string()),
  shortlink: v.optional(v.nullable(v.string())),
  // Others write what they like there; only a mark of ours counts.
  metadata: v.optional(
    v.nullable(v.looseObject({ allclear: v.optional(v.fallback(v.optional(Mark), undefined)) })),
  ),
});

function toIncident({ id, status, shortlink, metadata }: v.InferOutput<typeof WireIncident>): PageIncident {
  const url = shortlink && /^https:\/\//.test(shortlink) ? shortlink : undefined;
  return { id, url, n: metadata?.allclear?.n, stage: status };
}
