import { describe, expect, test } from 'vitest';
import { createStatuspage } from '../../src/adapters/statuspage/statuspage.ts';
import type { PageUpdate } from '../../src/domain/pageText.ts';
import { driven } from './driven.ts';
import type { OpenChannels, Wanted } from './openChannels.ts';

const UPDATE: PageUpdate = {
  account: 'harborgifts',
  incident: 100,
  n: 1,
  name: 'Donations fail',
  body: 'We are looking into this.',
  stage: 'investigating',
  severity: 1,
};

/** What every status page must do, whichever way its requests travel. */
export function describeStatusPage(name: string, openChannels: OpenChannels) {
  const open = (different: object = {}, wanted: Wanted = {}) => {
    const opened = openChannels(wanted);
    const { client, clock, time, world } = opened;
    const { id, components } = world.statuspage;
    const [form] = components.keys();
    const settings = { page: id, components: [form!], writesToSubscribers: false, ...different };
    return {
      ...opened,
      page: driven(createStatuspage(client, clock, settings), time),
      shown: world.statuspage,
      form: components.get(form!)!,
    };
  };

  describe(`${name} as the status page`, () => {
    test('an incident is there to read, with its component, and nobody is written to', async () => {
      const { page, shown, form } = open();
      const made = await page.create(UPDATE);
      expect(made).toMatchObject({ n: 1, url: `https://stspg.example/${made.id}` });
      expect(shown.incident(made.id)).toMatchObject({ name: 'Donations fail', impact: 'critical' });
      expect(shown.incident(made.id).updates).toMatchObject([
        { body: UPDATE.body, state: 'investigating', mailed: 0 },
      ]);
      expect(form.state).toBe('major_outage');
    });

    test('an update is added to it, and the end of it mends the component', async () => {
      const { page, shown, form } = open();
      const { id } = await page.create(UPDATE);
      const states: string[] = [];
      for (const [n, stage] of (['identified', 'monitoring', 'resolved'] as const).entries()) {
        await page.add(id, { ...UPDATE, n: n + 2, stage, body: stage });
        states.push(form.state);
      }
      expect(shown.incident(id).updates.map(({ body, state }) => [body, state])).toEqual([
        ['We are looking into this.', 'investigating'],
        ['identified', 'identified'],
        ['monitoring', 'monitoring'],
        ['resolved', 'resolved'],
      ]);
      expect(states).toEqual(['major_outage', 'degraded_performance', 'operational']);
      expect(await page.read(id)).toMatchObject({ n: 4 });
    });

    test('everybody who follows the page is written to where the admin wants that', async () => {
      const { page, shown } = open({ writesToSubscribers: true });
      const { id } = await page.create(UPDATE);
      expect(shown.incident(id).updates).toMatchObject([{ mailed: 240 }]);
    });

    test('no component is touched where none is named', async () => {
      const { page, shown, form } = open({ components: [] });
      await page.create(UPDATE);
      expect(form.state).toBe('operational');
      expect([...shown.incidents.values()][0]!.componentIds.size).toBe(0);
    });

    test('it is found again by what it says of itself, among those of others', async () => {
      const { page, shown } = open();
      expect(await page.find(UPDATE)).toBeUndefined();
      const { id } = await page.create(UPDATE);
      await page.create({ ...UPDATE, incident: 101 });
      await page.create({ ...UPDATE, account: 'others' });
      Object.assign([...shown.incidents.values()].at(-1)!, { metadata: { allclear: { n: 'x' } } });
      expect(await page.find(UPDATE)).toMatchObject({ id, n: 1 });
    });

    test('can be tried out: it says its name, its components that are named, and those that it does not have', async () => {
      const { page, shown, form } = open();
      expect(await page.check()).toEqual({ name: shown.name, components: [form.name], lacks: [] });
      expect(await open({ components: [] }).page.check()).toMatchObject({ components: [], lacks: [] });
      expect(await open({ components: ['nowhere12345'] }).page.check()).toMatchObject({
        components: [],
        lacks: ['nowhere12345'],
      });
      expect(shown.incidents.size).toBe(0);
      await expect(open({ page: 'otherpage123' }).page.check()).rejects.toMatchObject({ trouble: 'missing' });
    });

    test('says its stage, whoever has set it', async () => {
      const { page, shown } = open();
      const { id } = await page.create(UPDATE);
      shown.incident(id).state = 'resolved';
      expect(await page.read(id)).toMatchObject({ n: 1, stage: 'resolved' });
    });

    test('one that was deleted is missing', async () => {
      const { page } = open();
      await expect(page.read('gone')).rejects.toMatchObject({ trouble: 'missing' });
    });
  });
}
