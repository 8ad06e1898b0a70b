import { describe, expect, test } from 'vitest';
import { carryOut } from '../../src/actions/carryOut.ts';
import { carryOutAloud } from '../../src/actions/carryOutAloud.ts';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { declareIncident } from '../../src/actions/declareIncident.ts';
import { tellChannels } from '../../src/actions/tellChannels.ts';
import { withdrawIncident } from '../../src/actions/withdrawIncident.ts';
import { type DeclareWanted, openDeclare } from './openDeclare.ts';

async function declare(wanted: DeclareWanted = {}) {
  const opened = openDeclare(wanted);
  const { ports, run, draft, attempt, world, recordOf, at, time } = opened;
  const declared = await run(declareIncident(ports, draft(), attempt()));
  if (declared.do !== 'declared') throw new Error(JSON.stringify(declared));
  const { incident } = declared;
  const { messages } = world.slack.channel('support_tech');
  return {
    ...opened,
    incident,
    messages,
    goOn: (who: 'mara' | 'tom' = 'mara') =>
      run(
        carryOutAloud(at(who), incident, { run: `${who} ${time.now()}` }).then(async (done) => {
          const receipts = await done.heard;
          return { ...done, receipts };
        }),
      ),
    receipt: () => recordOf(incident)?.receipts.find(({ channel }) => channel === 'slack'),
    post: async (seen: number, symptoms: string) => {
      const next = new Date(time.now() + 30 * 60_000).toISOString();
      await run(claimUpdate(ports, incident, seen, { stage: 'identified', symptoms, next }));
      return run(tellChannels(ports, incident, seen + 1));
    },
  };
}

describe('an incident that is declared', () => {
  test('is in the team’s Slack before customers hear of it, and names its issue once that is filed', async () => {
    const { goOn, messages, incident, receipt, recordOf } = await declare();
    const { carried, receipts } = await goOn();
    expect(carried).toEqual({ end: 'done' });
    expect(receipts).toMatchObject([{ channel: 'slack', n: 0, outcome: 'told' }]);
    expect(messages).toHaveLength(1);
    const [{ lines, threadTs }] = messages as [(typeof messages)[number]];
    expect(threadTs).toBeUndefined();
    expect(lines[0]).toBe('Checkout answers 503');
    expect(lines).toContain('Customers have not been told anything yet.');
    expect(lines.at(-1)).toBe(`Incident #${incident} · ${recordOf(incident)?.jira?.key}`);
    expect(receipt()).toMatchObject({ n: 0, outcome: 'told' });
  });

  test('is said before its issue is filed, however long Jira takes', async () => {
    const { goOn, messages, world, time } = await declare();
    let posted = 0;
    let filed = 0;
    world.faults.script(
      ({ url, method }) => {
        if (url.includes('chat.postMessage')) posted ||= time.now();
        if (method === 'POST' && url.endsWith('/issue')) filed ||= time.now();
        return false;
      },
      { kind: 'lost', applied: false },
    );
    await goOn();
    expect(posted).toBeGreaterThan(0);
    expect(posted).toBeLessThan(filed);
    expect(messages).toHaveLength(1);
  });

  test('keeps nobody waiting: declaring ends as well with Slack down, and whoever goes on says it', async () => {
    const { goOn, messages, world, receipt } = await declare();
    world.takeDown('slack.com');
    expect((await goOn()).carried).toEqual({ end: 'done' });
    expect(receipt()).toMatchObject({ n: 0, outcome: 'failed', reason: 'unreachable' });
    world.bringBack('slack.com');
    await goOn('tom');
    expect(messages).toHaveLength(1);
    expect(receipt()).toMatchObject({ n: 0, outcome: 'told' });
  });

  test('is said once by two who go on at the same moment, and by who goes on later', async () => {
    const { at, run, incident, messages, goOn } = await declare();
    const both = (['mara', 'tom'] as const).map((who) => carryOutAloud(at(who), incident, { run: who }));
    for (const { heard } of await run(Promise.all(both))) await run(heard);
    await goOn();
    expect(messages).toHaveLength(1);
  });

  test('has its first update in the thread of that message', async () => {
    const { goOn, post, messages } = await declare();
    await goOn();
    await post(0, 'It is the payment service.');
    expect(messages.map(({ threadTs, lines }) => [threadTs, lines[0]])).toEqual([
      [undefined, 'Checkout answers 503'],
      [messages[0]!.ts, 'Update 1: identified'],
    ]);
    expect(messages[0]!.lines).not.toContain('Customers have not been told anything yet.');
  });

  test('that Slack could not hear of begins with the first update, and with what it missed', async () => {
    const { goOn, post, messages, world } = await declare();
    world.takeDown('slack.com');
    await goOn();
    await post(0, 'First.');
    world.bringBack('slack.com');
    await post(1, 'Second.');
    expect(messages.map(({ lines }) => lines[0])).toEqual(['Checkout answers 503', 'Update 2: identified']);
    expect(messages[1]!.lines).toContain('First.');
  });

  test('is not said any more once it was withdrawn, and not by an account without Slack', async () => {
    const { at, run, incident, messages, ports, draft, attempt } = await declare({ jira: false });
    expect(await run(tellChannels(ports, incident, 0))).toEqual([]); // these settings have no Slack
    const other = await run(declareIncident(ports, draft(), attempt('k2', { knows: [incident] })));
    if (other.do !== 'declared') throw new Error(other.do);
    await run(withdrawIncident(ports, other.incident, incident, []));
    await run(carryOut(at('mara'), incident, { run: 'x' }));
    expect(messages).toEqual([]);
  });
});
