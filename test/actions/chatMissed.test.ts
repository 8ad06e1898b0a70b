import { describe, expect, test } from 'vitest';
import { openTelling } from './openTelling.ts';

const POST = { method: 'POST', url: 'chat.postMessage' } as const;

describe('what Slack missed', () => {
  const last = ({ channel }: ReturnType<typeof openTelling>) => channel.messages.at(-1)!.lines;
  const count = ({ channel }: ReturnType<typeof openTelling>, text: string) =>
    channel.messages.filter(({ threadTs, lines }) => threadTs && lines.includes(text)).length;

  test('while it was down comes with the next update, oldest first, and never again', async () => {
    const opened = openTelling();
    const { tell, post, world } = opened;
    await tell();
    world.takeDown('slack.com');
    await tell(await post({ symptoms: 'Second.' }));
    await tell(await post({ symptoms: 'Third.' }));
    world.bringBack('slack.com');
    await tell(await post({ stage: 'monitoring', symptoms: 'Fourth.' }));
    expect(last(opened).filter((line) => !line.startsWith('Next update'))).toEqual([
      'Update 4: monitoring',
      'Fourth.',
      'Told to customers meanwhile, and missing here until now:',
      expect.stringMatching(/^Update 2: identified · Nov 23, \d\d:\d\d UTC$/),
      'Second.',
      expect.stringContaining('Update 3: identified · '),
      'Third.',
    ]);
    await tell(await post({ stage: 'monitoring', symptoms: 'Fifth.' }));
    for (const text of ['Second.', 'Third.', 'Fourth.', 'Fifth.']) expect(count(opened, text), text).toBe(1);
  });

  test('comes as well when the newest is tried again', async () => {
    const opened = openTelling();
    const { tell, post, world } = opened;
    await tell();
    world.takeDown('slack.com');
    await tell(await post({ symptoms: 'Second.' }));
    await tell(await post({ symptoms: 'Third.' }));
    world.bringBack('slack.com');
    await tell(3, true, 'tom');
    expect(last(opened)[0]).toBe('Update 3: identified');
    expect([count(opened, 'Second.'), count(opened, 'Third.')]).toEqual([1, 1]);
  });

  test('because nobody came to tell it, comes too', async () => {
    const opened = openTelling();
    const { tell, post } = opened;
    await tell();
    await post({ symptoms: 'Second.' }); // and the tab was closed
    await tell(await post({ symptoms: 'Third.' }));
    expect(count(opened, 'Second.')).toBe(1);
  });

  test('is not what nobody knows of: that is not said twice by itself', async () => {
    const opened = openTelling();
    const { tell, post, world } = opened;
    await tell();
    world.faults.script(POST, { kind: 'lost', applied: true });
    await tell(await post({ symptoms: 'Second.' }));
    await tell(await post({ symptoms: 'Third.' }));
    expect(count(opened, 'Second.')).toBe(1);
    expect(last(opened)).not.toContain('Second.');
  });

  test('is not what was said before the account had a Slack', async () => {
    const opened = openTelling({ update: 7 });
    const { tell, post } = opened;
    await tell(await post({ symptoms: 'Eighth.' }));
    expect(last(opened)).not.toContain('Told to customers meanwhile, and missing here until now:');
  });

  test('stays to be told when it can’t be read', async () => {
    const opened = openTelling();
    const { tell, post, world, receipt } = opened;
    await tell();
    world.takeDown('slack.com');
    await tell(await post({ symptoms: 'Second.' }));
    world.bringBack('slack.com');
    const n = await post({ symptoms: 'Third.' });
    world.faults.script(
      { method: 'GET', url: '/audits' },
      { kind: 'server-error', status: 503, applied: false },
      9,
    );
    await tell(n);
    expect(receipt('slack')).toMatchObject({ outcome: 'failed', service: 'Zendesk' });
    world.faults.clear();
    await tell(n);
    expect([count(opened, 'Second.'), count(opened, 'Third.')]).toEqual([1, 1]);
  });
});
