import { answerJira } from './jira/answerJira.ts';
import { hostsOf } from './jira/door.ts';
import { tooManyCalls } from './jira/limits.ts';
import { answerPendo, PENDO_HOSTS, pendoTooMany } from './pendo/answerPendo.ts';
import { answerHook } from './slack/answerHook.ts';
import { answerSlack, slackTooMany } from './slack/answerSlack.ts';
import { answerStatuspage, statuspageTooMany } from './statuspage/answerStatuspage.ts';
import { type Answer, type Call, LostResponse, UnknownCall } from './world/call.ts';
import type { Fault } from './world/faults.ts';
import type { World } from './world/world.ts';
import { answerZendesk, json, tooMany } from './zendesk/answerZendesk.ts';

/** A vendor of the workspace: who it is, which hosts are its own, what it says to a call at once. */
export interface Vendor {
  service: 'zendesk' | 'jira' | 'slack' | 'pendo' | 'statuspage';
  isAt(host: string, world: World): boolean;
  answer(world: World, call: Call, url: URL): Answer;
  /** How it says that a call came too soon, and that two changes met. */
  tooMany(retryAfter: number | undefined): Answer;
  conflict: unknown;
}

// It has no conflicts: whoever orders one gets a failure of its own kind.
const SLACK_DOWN = { ok: false, error: 'internal_error' };

const vendors: Vendor[] = [
  {
    service: 'zendesk',
    isAt: (host, world) => host === `${world.settings.subdomain}.zendesk.com`,
    answer: answerZendesk,
    tooMany,
    conflict: { error: 'DatabaseConflict', description: 'Database collision' },
  },
  {
    service: 'jira',
    isAt: (host, world) => hostsOf(world).includes(host),
    answer: answerJira,
    tooMany: (retryAfter) => tooManyCalls(retryAfter),
    conflict: { errorMessages: ['The issue was changed by somebody else. Try again.'], errors: {} },
  },
  {
    service: 'pendo',
    isAt: (host) => PENDO_HOSTS.includes(host),
    answer: answerPendo,
    tooMany: pendoTooMany,
    conflict: { message: 'Conflict' },
  },
  {
    service: 'slack',
    isAt: (host) => host === 'slack.com',
    answer: answerSlack,
    tooMany: slackTooMany,
    conflict: SLACK_DOWN,
  },
  {
    service: 'slack',
    isAt: (host) => host === 'hooks.slack.com',
    answer: answerHook,
    tooMany: slackTooMany,
    conflict: SLACK_DOWN,
  },
  {
    service: 'statuspage',
    isAt: (host) => host === 'api.statuspage.io',
    answer: answerStatuspage,
    tooMany: statuspageTooMany,
    conflict: { error: 'Conflict' },
  },
];

/**
 * Brings a call to its vendor and the answer back, with the time both take and the faults the world holds ready.
 * Rejects with LostResponse when no answer arrives, with UnknownCall when the workspace has no such route.
 */
export async function answer(world: World, call: Call): Promise<Answer> {
  const url = new URL(call.url, `https://${world.settings.subdomain}.zendesk.com`);
  const vendor = vendors.find(({ isAt }) => isAt(url.host, world));
  if (!vendor) throw new UnknownCall(`${call.method} ${url.href}: no such host in the workspace`);
  const fault = call.byHost ? undefined : world.faults.forCall(call);
  const half = halfTheWay(world, call);
  await world.clock.pause(half + (fault?.kind === 'slow' ? fault.ms : 0));
  const told = world.down.has(url.host) ? null : fare(vendor, fault, () => vendor.answer(world, call, url));
  if (half > 0) await world.clock.pause(half);
  if (!call.byHost) world.traffic?.record(vendor.service, call, told);
  if (!told) throw new LostResponse(`${call.method} ${url.href}: no answer`);
  return told;
}

function halfTheWay(world: World, call: Call): number {
  const { read, write, jitter } = world.settings.latency;
  const whole = call.method === 'GET' ? read : write;
  return whole === 0 && jitter === 0 ? 0 : (whole + world.random() * jitter) / 2;
}

// What the caller hears; null when nothing arrives.
function fare(vendor: Vendor, fault: Fault | undefined, apply: () => Answer): Answer | null {
  switch (fault?.kind) {
    case undefined:
    case 'slow':
      return apply();
    case 'too-many':
      return vendor.tooMany(fault.retryAfter);
    case 'database-conflict':
      return json(409, vendor.conflict);
    case 'answer':
      return { status: fault.status, headers: fault.headers ?? {}, body: fault.body };
    case 'lost':
      if (fault.applied) apply();
      return null;
    case 'server-error':
      if (fault.applied) apply();
      return serverError(fault.status, fault.retryAfter);
  }
}

const serverError = (status: number, retryAfter: number | undefined): Answer => ({
  status,
  headers: {
    'content-type': 'text/html',
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
  },
  body: '<html><body><h1>Something went wrong</h1></body></html>',
});
