import { type SyncedIssue, syncLinks } from '../../src/actions/syncLinks.ts';
import { appClock } from '../actions/appClock.ts';
import { readPackage } from '../package/readPackage.ts';
import { broadcastPorts, fieldIdsOf, requestsOf, type SendRequest } from '../simulation/broadcastPorts.ts';
import { initialScripts, sizeOf } from '../structure/initialScripts.ts';
import { APP_SETTINGS } from '../workspace/appSettings.ts';
import { virtualClock } from '../workspace/world/clock.ts';
import { createWorld } from '../workspace/world/createWorld.ts';
import { DEFAULT_JIRA_SETTINGS } from '../workspace/world/jira/settings.ts';
import { smallOutage } from '../workspace/world/seed/build.ts';
import { type Bench, type Figures, round } from './bench.ts';
import { LATENCY } from './openTelling.ts';

const SIZES = [10, 100, 1_000] as const;
const { jira_token, slack_token, pendo_key, ...JIRA } = APP_SETTINGS; // the others never reach a browser
const ISSUE = { id: '10123', key: 'PAY-123' };

/** How many writes and how long it takes to link every report to its issue, beside what Jira's rule for one issue allows. */
export const jira: Bench = {
  goals: Object.fromEntries([
    ...SIZES.flatMap((n) => [
      [`writesPerDifference${n}`, { max: 1 }],
      [`timeRatio${n}`, { max: 1.1 }],
      [`writesAgain${n}`, { max: 0 }],
      [`refused${n}`, { max: 0 }],
    ]),
    ['initialJsKb', { max: 95 }],
  ]),

  async measure(tell) {
    const figures: Figures = {};
    for (const n of SIZES) {
      const { links, ms, refused, again } = await linkAll(n);
      const differences = n + 1; // and the incident itself
      const best = soonest(differences);
      figures[`writesPerDifference${n}`] = round(links / differences, 3);
      figures[`seconds${n}`] = round(ms / 1000, 1);
      figures[`allowedSeconds${n}`] = round(best / 1000, 1);
      figures[`timeRatio${n}`] = round(ms / best, 3);
      figures[`writesAgain${n}`] = again;
      figures[`refused${n}`] = refused;
      tell(`${n} reports: ${links} links written in ${ms / 1000} s; the rule allows ${best / 1000} s`);
    }
    // Nothing of all this is loaded before the first view.
    const initial = initialScripts(readPackage('dist'));
    return { ...figures, initialJsKb: round(sizeOf(initial) / 1_000, 1) };
  },
};

async function linkAll(n: number) {
  const time = virtualClock();
  const world = createWorld({ clock: time, settings: { latency: LATENCY } });
  const { incident, reports, mara } = smallOutage(world, { reports: n });
  world.jira.addIssue({ ...ISSUE, summary: 'Donation form returns error 502' });
  const record = JSON.parse(String(world.valueOf(incident.id, 'allclear_record')));
  set(incident.id, 'allclear_record', JSON.stringify({ ...record, jira: ISSUE }));
  for (const { id } of [incident, ...reports]) set(id, 'allclear_jira', ISSUE.key);

  function set(id: number, key: string, value: string) {
    const { values } = world.ticket(id);
    world.ticket(id).values = { ...values, fields: new Map(values.fields).set(world.fieldId(key), value) };
  }
  const seen = { first: 0, last: 0, links: 0, writes: 0, refused: 0 };
  const plain = requestsOf(world, mara.id);
  const request: SendRequest = async (options) => {
    const isWrite = options.type !== undefined && options.type !== 'GET' && options.url.includes('atlassian');
    const isLink = isWrite && options.url.includes('remotelink');
    if (isLink && seen.links === 0) seen.first = time.now();
    if (isWrite) seen.writes += 1;
    if (isLink) seen.links += 1;
    const answer = await plain(options).catch((refusal: unknown) => {
      if ((refusal as { status?: number }).status === 429) seen.refused += 1;
      throw refusal;
    });
    if (isLink) seen.last = time.now();
    return answer;
  };
  const sync = () =>
    syncLinks(
      broadcastPorts(request, appClock(time), fieldIdsOf(world), undefined, JIRA),
      incident.id,
    ) as Promise<SyncedIssue>;
  const { end, linked } = await time.run(sync());
  const { links, refused } = seen;
  const ms = seen.last - seen.first;
  const made = world.jira.issue(ISSUE.id).links.length;
  if (end !== 'done' || linked !== n || made !== n + 1) throw new Error(`${made} links are there: ${end}`);
  seen.writes = 0;
  await time.advance(60_000);
  await time.run(sync());
  return { links, ms, refused, again: seen.writes };
}

/**
 * When the last of so many writes can be answered at the soonest, one after the other, by somebody who knows what to write
 * and whose every write arrives at the first moment that Jira's rule allows.
 */
function soonest(writes: number): number {
  const { limits } = DEFAULT_JIRA_SETTINGS;
  if (!limits) throw new Error('the rule is switched off');
  const half = LATENCY.write / 2;
  const arrived: number[] = [];
  for (let i = 0; i < writes; i++) {
    const last = arrived.at(-1);
    const free = last === undefined ? half : last + 2 * half; // its answer comes back, and the next one leaves
    const allowed = limits.issueWrites.map(
      ({ most, ms }) => (arrived[i - most] ?? Number.NEGATIVE_INFINITY) + ms,
    );
    arrived.push(Math.max(free, ...allowed));
  }
  return (arrived.at(-1) ?? 0) + half;
}
