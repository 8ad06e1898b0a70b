import { followUp } from '../../src/actions/followUp.ts';
import { newestUpdate, toIncident } from '../../src/domain/incident.ts';
import { linkId } from '../../src/domain/issueLinks.ts';
import type { World } from '../workspace/world/world.ts';
import type { SimulatedWorld } from './buildWorld.ts';
import { openAgent } from './openAgent.ts';

export interface LinkFindings {
  /** What did not hold, as sentences. */
  broken: string[];
}

/** The last look: brings everything in line once, asks what holds, and then once more, which must change nothing. */
export async function checkLinks(
  simulated: SimulatedWorld,
  issueId: string,
  settings: Readonly<Record<string, unknown>>,
): Promise<LinkFindings> {
  const { world, time, incident, mara, tom } = simulated;
  const broken: string[] = [];
  const must = (holds: boolean, sentence: string) => {
    if (!holds) broken.push(sentence);
  };
  const linkWrites = watchWrites(world, 'remotelink');
  const allWrites = watchWrites(world, 'atlassian');
  const follow = async (agent: number) => {
    const { ports } = openAgent(world, time, { agent, offset: 0, settings });
    const n = newestUpdate(toIncident(await ports.tickets.readOne(incident.id)));
    const followed = await followUp(ports, incident.id, n);
    must(followed.synced?.end === 'done', `it came to its end as ${followed.synced?.end ?? followed.error}`);
    return n;
  };

  const differences = differencesOf(simulated, issueId);
  const n = await time.run(follow(tom.id));
  must(
    linkWrites.count() === differences,
    `${linkWrites.count()} links were written for ${differences} differences`,
  );

  const issue = () => world.jira.issue(issueId);
  const left = differencesOf(simulated, issueId);
  must(left === 0, `${left} links are missing, too many or wrong`);
  const { key } = issue().values;
  for (const report of world.incidentsOf(incident.id))
    if (report.status !== 'closed' && !report.tags.includes('closed_by_merge'))
      must(world.valueOf(report.id, 'allclear_jira') === key, `report ${report.id} does not carry ${key}`);

  const texts = issue().comments.map(({ body }) => JSON.stringify(body));
  const impacts = texts.filter((text) => text.includes('#allclear-impact'));
  must(impacts.length === 1, `there are ${impacts.length} comments on whom it has hit`);
  const standing = standingReports(simulated).length;
  must(
    impacts[0]?.includes(`"text":"${standing} ticket`) ?? false,
    `the comment does not say that ${standing} tickets are hit`,
  );
  for (let update = 1; update <= n; update++) {
    const told = texts.filter((text) => text.includes(`#allclear-update-${update}"`)).length;
    must(told <= 1, `update ${update} was told ${told} times`);
    must(told === 1 || update < n, `the newest update was not told`);
  }
  must(!texts.some((text) => /Customer \d/.test(text)), 'a customer is named on the issue');
  must(
    issue().comments.every(({ jsdPublic, author }) => !jsdPublic || author.displayName !== 'Allclear'),
    'a service desk’s customers could read a comment of ours',
  );

  const auditsOf = () => [...world.tickets.values()].reduce((sum, { audits }) => sum + audits.length, 0);
  const before = { writes: allWrites.count(), audits: auditsOf() };
  await time.run(follow(mara.id));
  must(
    allWrites.count() === before.writes,
    `the second run wrote ${allWrites.count() - before.writes} times to Jira`,
  );
  must(auditsOf() === before.audits, `the second run wrote ${auditsOf() - before.audits} times to Zendesk`);
  return { broken };
}

function standingReports({ world, incident }: SimulatedWorld) {
  return world.incidentsOf(incident.id).filter(({ tags }) => !tags.includes('closed_by_merge'));
}

/** How many links have to be made, changed or taken away for the issue to be right. */
function differencesOf(simulated: SimulatedWorld, issueId: string): number {
  const { world, incident } = simulated;
  const scope = { account: 'harborgifts' };
  const should = new Map(
    [incident, ...standingReports(simulated)].map(({ id, status }) => [
      linkId(scope, id),
      status === 'solved' || status === 'closed',
    ]),
  );
  const { links } = world.jira.issue(issueId);
  const wrong = links.filter(
    ({ globalId, object }) =>
      should.get(globalId ?? '') !== (object.status?.resolved === true) || object.title === 'renamed',
  );
  const known = new Set(links.map(({ globalId }) => globalId));
  const doubled = links.length - known.size;
  return wrong.length + doubled + [...should.keys()].filter((id) => !known.has(id)).length;
}

function watchWrites(world: World, what: string) {
  let count = 0;
  world.faults.script(
    ({ method, url }) => {
      if (method !== 'GET' && url.includes(what)) count += 1;
      return false;
    },
    { kind: 'lost', applied: false },
  );
  return { count: () => count };
}
