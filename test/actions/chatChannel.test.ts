import { describe, expect, test } from 'vitest';
import { openTelling } from './openTelling.ts';

const POST = { method: 'POST', url: 'chat.postMessage' } as const;
const EDIT = { method: 'POST', url: 'chat.update' } as const;

describe('an incident in the team’s Slack', () => {
  test('is one message in the channel that is kept up to date, and a thread that says what was said', async () => {
    const { tell, post, said, channel, record, incident } = openTelling();
    await tell();
    expect(said()).toEqual(['# Donation form returns error 502', '> Update 1: investigating']);
    const [root] = channel.messages;
    expect(root!.lines).toContain(`Incident #${incident.id}`);
    expect(record().slack).toEqual({
      channel: channel.id,
      ts: root!.ts,
      url: `https://harborgifts.slack.com/archives/${channel.id}/p${root!.ts.replace('.', '')}`,
    });

    await tell(await post({ stage: 'monitoring', symptoms: 'A fix is live.' }));
    expect(said()).toEqual([
      '# Donation form returns error 502',
      '> Update 1: investigating',
      '> Update 2: monitoring',
    ]);
    expect(root!.lines[1]).toContain('Monitoring');
    expect(root!.lines).toContain('A fix is live.');
  });

  test('is loud in the channel when it is over, and when it is not over after all', async () => {
    const { tell, post, said } = openTelling();
    await tell();
    await tell(await post({ stage: 'identified' }));
    await tell(await post({ stage: 'resolved' }));
    await tell(await post({ stage: 'investigating', reopens: true }));
    expect(said().slice(2)).toEqual([
      '> Update 2: identified',
      '># Update 3: resolved',
      '># Update 4: investigating, reopened',
    ]);
  });

  test('is not said by a tab that finds it told', async () => {
    const { tell, said, receipt } = openTelling();
    await tell();
    const before = receipt('slack');
    for (const byHand of [false, true]) expect(await tell(1, byHand)).toEqual([]);
    expect(said()).toHaveLength(2);
    expect(receipt('slack')).toEqual(before);
  });

  test('is said once by two who press at the same moment', async () => {
    const { said, at, incident, run } = openTelling();
    const { tellChannels } = await import('../../src/actions/tellChannels.ts');
    await run(Promise.all([at('mara'), at('tom')].map((ports) => tellChannels(ports, incident.id, 1))));
    expect(said()).toHaveLength(2);
  });

  test('stays one message when two updates follow each other before it is there', async () => {
    const { said, at, incident, run, post, world } = openTelling();
    const { tellChannels } = await import('../../src/actions/tellChannels.ts');
    world.faults.script(POST, { kind: 'slow', ms: 20_000 });
    const first = tellChannels(at('mara'), incident.id, 1);
    const second = (async () => tellChannels(at('tom'), incident.id, await post()))();
    await run(Promise.all([first, second]));
    expect(said().filter((line) => line.startsWith('#'))).toHaveLength(1);
    expect(said()).toContain('> Update 2: identified');
  });

  test('starts anew where somebody has deleted the message', async () => {
    const { tell, post, said, channel, record } = openTelling();
    await tell();
    channel.messages.length = 0;
    await tell(await post());
    expect(said()).toEqual(['# Donation form returns error 502', '> Update 2: identified']);
    expect(record().slack.ts).toBe(channel.messages[0]!.ts);
  });
});

describe('a Slack that does not take it', () => {
  test('says why in the receipt, and takes it when it is tried again', async () => {
    const { tell, said, receipt, channel } = openTelling();
    channel.hasBot = false;
    await tell();
    expect(receipt('slack')).toMatchObject({
      n: 1,
      outcome: 'failed',
      reason: 'forbidden',
      code: 'not_in_channel',
    });
    expect(receipt('statuspage')).toMatchObject({ outcome: 'told' });
    channel.hasBot = true;
    await tell(1, true);
    expect(receipt('slack')).toMatchObject({ outcome: 'told' });
    expect(said()).toHaveLength(2);
  });

  test('a limit is waited for', async () => {
    const { tell, said, world } = openTelling();
    world.faults.script(POST, { kind: 'too-many', retryAfter: 30 }, 3);
    await tell();
    expect(said()).toHaveLength(2);
  });

  test.each(['first', 'second'])(
    'nobody knows after a lost answer to the %s post: only a person tries again',
    async (which) => {
      for (const applied of [true, false]) {
        const { tell, said, receipt, world } = openTelling();
        let posts = 0;
        world.faults.script(
          ({ url }) => url.includes('chat.postMessage') && ++posts === (which === 'first' ? 1 : 2),
          { kind: 'lost', applied },
        );
        await tell();
        expect(receipt('slack')).toMatchObject({ outcome: 'unsure', reason: 'unreachable' });
        const then = said().length;
        await tell();
        expect(said()).toHaveLength(then);
        await tell(1, true);
        expect(receipt('slack')).toMatchObject({ outcome: 'told' });
      }
    },
  );

  test('an edit that is lost is made again, for it changes nothing twice', async () => {
    const { tell, post, said, world, receipt } = openTelling();
    await tell();
    world.faults.script(EDIT, { kind: 'lost', applied: true }, 2);
    await tell(await post());
    expect(receipt('slack')).toMatchObject({ n: 2, outcome: 'told' });
    expect(said()).toHaveLength(3);
  });

  test('a Slack that is down is told the next update, and its receipt is about that', async () => {
    const { tell, post, said, world, receipt } = openTelling();
    await tell();
    world.takeDown('slack.com');
    await tell(await post());
    expect(receipt('slack')).toMatchObject({ n: 2, outcome: 'failed' });
    world.bringBack('slack.com');
    await tell(await post({ stage: 'monitoring' }));
    expect(receipt('slack')).toMatchObject({ n: 3, outcome: 'told' });
    expect(said().at(-1)).toBe('> Update 3: monitoring');
  });

  test('a tab that is closed between claim and post leaves a question for a person, not a second message', async () => {
    const { tell, said, receipt, incident, world, time, setRecord } = withRecord();
    setRecord((record) => ({
      ...record,
      receipts: [
        {
          channel: 'slack',
          n: 1,
          outcome: 'telling',
          at: new Date(time.now()).toISOString(),
          by: 'x',
          until: new Date(time.now() + 200_000).toISOString(),
        },
      ],
    }));
    await tell();
    expect(said()).toEqual([]);
    await time.advance(5 * 60_000);
    await tell();
    expect(said()).toEqual([]);
    await tell(1, true);
    expect(said()).toHaveLength(2);
    expect(receipt('slack')).toMatchObject({ outcome: 'told' });
    expect(world.ticket(incident.id).publicComments).toEqual([]);
  });
});

describe('a webhook', () => {
  test('takes each update as a message of its own', async () => {
    const { tell, post, said, record } = openTelling({ app: { slack_by: 'webhook' } });
    await tell();
    await tell(await post());
    expect(said()).toEqual(['# Update 1: investigating', '# Update 2: identified']);
    expect(record().slack).toBeUndefined();
  });
});

test('an account without Slack has no receipt of it', async () => {
  const { tell, receipt, said } = openTelling({ app: { slack_by: 'off' } });
  await tell();
  expect([receipt('slack'), said()]).toEqual([undefined, []]);
});

function withRecord() {
  const opened = openTelling();
  const { world, incident } = opened;
  const setRecord = (change: (record: object) => object) => {
    const { values } = world.ticket(incident.id);
    const id = world.fieldId('allclear_record');
    world.ticket(incident.id).values = {
      ...values,
      fields: new Map(values.fields).set(
        id,
        JSON.stringify(change(JSON.parse(String(values.fields.get(id))))),
      ),
    };
  };
  return { ...opened, setRecord };
}
