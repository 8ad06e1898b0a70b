import { describe, expect, test } from 'vitest';
import { openTelling } from './openTelling.ts';

const WRITE = ({ method, url }: { method: string; url: string }) =>
  url.includes('statuspage') && (method === 'POST' || method === 'PUT');

describe('an incident on the status page', () => {
  test('goes through its stages, and writes to nobody who follows the page', async () => {
    const { tell, post, shown, world, record } = openTelling();
    await tell();
    await tell(await post({ stage: 'monitoring', symptoms: 'A fix is live.' }));
    await tell(await post({ stage: 'resolved' }));
    expect(shown()).toEqual([['resolved', 3]]);
    const [incident] = world.statuspage.incidents.values();
    expect(incident!.updates.map(({ mailed }) => mailed)).toEqual([0, 0, 0]);
    expect(incident!.updates[1]!.body).toContain('A fix is live.');
    expect([...world.statuspage.components.values()][0]!.state).toBe('operational');
    expect(record().statuspage).toEqual({ id: incident!.id, url: `https://stspg.example/${incident!.id}` });
  });

  test('writes to everybody where the admin wants that', async () => {
    const { tell, world } = openTelling({ app: { statuspage_subscribers: 'write' } });
    await tell();
    expect([...world.statuspage.incidents.values()][0]!.updates[0]!.mailed).toBe(240);
  });

  test.each([true, false])('stands there once when the answer is lost (applied: %s)', async (applied) => {
    const { tell, post, shown, world, receipt } = openTelling();
    world.faults.script(WRITE, { kind: 'lost', applied });
    await tell();
    expect(shown()).toEqual([['investigating', 1]]);
    world.faults.script(WRITE, { kind: 'server-error', status: 502, applied });
    await tell(await post());
    expect(shown()).toEqual([['identified', 2]]);
    expect(receipt('statuspage')).toMatchObject({ n: 2, outcome: 'told' });
  });

  test('is found again where nobody wrote down its place', async () => {
    const { tell, shown, world, time, incident } = openTelling();
    world.faults.script(
      ({ method, url }) =>
        method === 'PUT' && url.includes(`/tickets/${incident.id}`) && world.statuspage.incidents.size > 0,
      { kind: 'server-error', status: 503, applied: false },
      20,
    );
    await tell().catch(() => {});
    world.faults.clear();
    await time.advance(10 * 60_000);
    await tell();
    expect(shown()).toEqual([['investigating', 1]]);
  });

  test('is made anew where somebody has deleted it', async () => {
    const { tell, post, shown, world } = openTelling();
    await tell();
    world.statuspage.incidents.clear();
    await tell(await post());
    expect(shown()).toEqual([['identified', 1]]);
  });

  test('waits for its limit, and with a wrong key says so', async () => {
    const { tell, post, shown, world, receipt } = openTelling();
    world.faults.script(WRITE, { kind: 'too-many' }, 2);
    await tell();
    expect(shown()).toEqual([['investigating', 1]]);
    world.statuspage.key = 'another';
    await tell(await post());
    expect(receipt('statuspage')).toMatchObject({ outcome: 'failed', reason: 'signed out' });
    expect(receipt('slack')).toMatchObject({ outcome: 'told' });
  });

  test('has no receipt in an account without one', async () => {
    const { tell, receipt, shown } = openTelling({ app: { statuspage_page: '' } });
    await tell();
    expect([receipt('statuspage'), shown()]).toEqual([undefined, []]);
  });
});
