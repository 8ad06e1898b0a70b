import { describe, expect, test } from 'vitest';
import { bringInLine } from '../../src/actions/bringInLine.ts';
import { readChannels } from '../../src/actions/readChannels.ts';
import { type Channel, differencesOf } from '../../src/domain/drift.ts';
import { NOTICE } from '../workspace/world/seed/notice.ts';
import type { Wanted } from './openBroadcast.ts';
import { openTelling } from './openTelling.ts';

const GUIDE = { pendo_by: 'guide', pendo_guide: NOTICE.guide, notice_article: String(NOTICE.article) };
const ALL_SAME = { tickets: [], jira: [], slack: [], pendo: [], statuspage: [] };

/** An incident whose update 2 everybody has, customers and channels, with Engineering at work on the issue. */
async function openAll(wanted: Wanted = {}) {
  const issue = { status: 'In Progress' };
  const opened = openTelling({ update: 2, told: 2, stage: 'identified', issue, ...wanted, app: GUIDE });
  const { run, at, incident, time, world } = opened;
  const mend = async (who: 'mara' | 'tom' = 'mara', only?: readonly Channel[]) => {
    const differing = (await differences())
      .map(([channel, differences]) => ({ channel, differences }))
      .filter(({ channel, differences }) => differences.length > 0 && (only?.includes(channel) ?? true));
    return run(bringInLine(at(who), incident.id, opened.record().update.n, differing));
  };
  async function differences() {
    const read = await run(readChannels(at('mara'), incident.id));
    const now = new Date(time.now());
    return read.looks.map(
      (look) => [look.channel, 'says' in look ? differencesOf(read.incident, look.says, now) : []] as const,
    );
  }
  await mend();
  return {
    ...opened,
    mend,
    differ: async () => Object.fromEntries(await differences()),
    says: async (channel: Channel) => {
      const { looks } = await run(readChannels(at('mara'), incident.id));
      return looks.find((look) => look.channel === channel);
    },
    page: () => [...world.statuspage.incidents.values()].at(-1)!,
  };
}

describe('what each channel says', () => {
  test('is the same once all was brought in line, with every customer and ticket counted', async () => {
    const { differ, says, said, shown, receipt } = await openAll();
    expect(await differ()).toEqual(ALL_SAME);
    expect(await says('tickets')).toMatchObject({ says: { told: 3, total: 3, behind: 0 } });
    expect(await says('jira')).toMatchObject({ says: { n: 2, links: { linked: 3, isInLine: true } } });
    expect(await says('slack')).toMatchObject({ says: { n: 2, isGone: false } });
    expect(await says('pendo')).toMatchObject({ says: { n: 2, isPublic: true, isShown: true } });
    expect(await says('statuspage')).toMatchObject({ says: { n: 2, stage: 'identified' } });
    expect(said()).toHaveLength(2);
    expect(shown()).toEqual([['identified', 1]]);
    for (const channel of ['jira', 'slack', 'pendo', 'statuspage'])
      expect(receipt(channel)).toMatchObject({ n: 2, outcome: 'told' });
  });

  test('is asked with a dozen requests, and writes nothing', async () => {
    const { world, at, run, incident } = await openAll();
    let asked = 0;
    world.faults.script(
      ({ method }) => {
        asked += 1;
        expect(method).toBe('GET');
        return false;
      },
      { kind: 'lost', applied: false },
    );
    const audits = world.ticket(incident.id).audits.length;
    await run(readChannels(at('tom'), incident.id));
    expect(asked).toBeLessThanOrEqual(12);
    expect(world.ticket(incident.id).audits).toHaveLength(audits);
  });

  test('that does not answer fails alone', async () => {
    const { world, says } = await openAll();
    world.takeDown('api.statuspage.io');
    expect(await says('statuspage')).toMatchObject({
      error: { service: 'Statuspage', trouble: 'unreachable' },
    });
    expect(await says('slack')).toMatchObject({ says: { n: 2 } });
  });

  test('is not asked of channels that the account does not have', async () => {
    const { at, run, incident } = openTelling({ app: { slack_by: 'off' } });
    const { looks } = await run(readChannels(at('mara'), incident.id));
    expect(looks.map(({ channel }) => channel)).toEqual(['tickets', 'statuspage']);
  });
});

describe('one action brings in line', () => {
  test('a page that somebody has set to resolved by hand, and nothing else', async () => {
    const { page, differ, mend, said } = await openAll();
    page().state = 'resolved';
    expect(await differ()).toEqual({ ...ALL_SAME, statuspage: ['stage'] });
    expect((await mend()).receipts).toMatchObject([{ channel: 'statuspage', outcome: 'told' }]);
    expect(page().state).toBe('identified');
    expect(said()).toHaveLength(2);
    expect(await differ()).toEqual(ALL_SAME);
  });

  test('an incident that was deleted in Slack and on the page', async () => {
    const { channel, world, differ, mend, said, shown } = await openAll();
    channel.messages.length = 0;
    world.statuspage.incidents.clear();
    expect(await differ()).toEqual({ ...ALL_SAME, slack: ['gone'], statuspage: ['gone'] });
    await mend('tom');
    expect(said()).toEqual(['# Donation form returns error 502', '> Update 2: identified']);
    expect(shown()).toEqual([['identified', 1]]);
    expect(await differ()).toEqual(ALL_SAME);
  });

  test('a guide that somebody has switched off, and an article that somebody has emptied', async () => {
    const { world, differ, mend } = await openAll();
    world.pendo.guide(NOTICE.guide).state = 'disabled';
    expect((await differ()).pendo).toEqual(['off']);
    await mend();
    const [english] = world.helpCenter.article(NOTICE.article).translations.values();
    english!.body = '';
    expect((await differ()).pendo).toEqual([]); // Spanish customers read it still
    for (const each of world.helpCenter.article(NOTICE.article).translations.values()) each.body = '';
    expect((await differ()).pendo).toEqual(['behind']);
    await mend();
    expect(await differ()).toEqual(ALL_SAME);
  });

  test('customers first: one who came late hears the update, and a link that is missing is made', async () => {
    const { world, incident, differ, mend, heard, customers } = await openAll();
    const { id } = world.addTicket({
      subject: 'Me too',
      text: 'I cannot donate.',
      requesterId: customers[0]!.id,
      type: 'incident',
      problemId: incident.id,
      at: world.clock.now() - 60_000,
    });
    expect(await differ()).toEqual({ ...ALL_SAME, tickets: ['behind'], jira: ['links'] });
    expect(await mend()).toEqual({ receipts: [], errors: [] });
    expect(heard(id)).toEqual([2]);
    expect(await differ()).toEqual(ALL_SAME);
  });

  test('what fails says so in its receipt, and holds up nothing', async () => {
    const { world, page, differ, mend, receipt, channel } = await openAll();
    page().state = 'resolved';
    channel.messages.length = 0;
    world.faults.script({ method: 'POST', url: 'chat.postMessage' }, { kind: 'lost', applied: false }, 9);
    await mend();
    expect(receipt('statuspage')).toMatchObject({ outcome: 'told' });
    expect(receipt('slack')).toMatchObject({ outcome: 'unsure' });
    expect(await differ()).toEqual({ ...ALL_SAME, slack: ['unsure'] });
    expect((await mend()).receipts).toEqual([]); // a person looks first
  });

  test('the notice that stayed after its hour', async () => {
    const { differ, mend, tell, post, time, world } = await openAll();
    await tell(await post({ stage: 'resolved' }));
    await mend();
    await time.advance(61 * 60_000);
    expect((await differ()).pendo).toEqual(['left over']);
    await mend();
    expect(world.pendo.guide(NOTICE.guide).state).toBe('disabled');
    expect((await differ()).pendo).toEqual([]);
  });

  test('Engineering’s own state is not changed by it', async () => {
    const { world, differ, mend, run, time } = await openAll();
    const issue = world.jira.issue('PAY-123');
    const before = issue.comments.length;
    world.jira.transition('PAY-123', 'Done', { resolution: 'Done' });
    await run(time.advance(1_000));
    expect((await differ()).jira).toEqual(['closed']);
    expect(await mend()).toEqual({ receipts: [], errors: [] });
    expect(issue.comments).toHaveLength(before);
    expect((await differ()).jira).toEqual(['closed']);
  });
});
