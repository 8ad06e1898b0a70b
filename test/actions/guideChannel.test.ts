import { describe, expect, test } from 'vitest';
import { writeFeed } from '../../src/domain/noticeFeed.ts';
import { NOTICE } from '../workspace/world/seed/notice.ts';
import { FAULTS, failCall } from './faultsAtEveryCall.ts';
import { openNotice } from './openNotice.ts';

const HOUR = 60 * 60_000;
const ELSEWHERE = {
  incident: 999,
  n: 2,
  title: 'Receipts are late',
  text: 'We know.',
  postedAt: '2020-01-01T00:00:00.000Z',
};

describe('an update inside the product', () => {
  test('is published in each language of the article, for as long as the incident runs, and the guide shows it', async () => {
    const { tell, titles, published, guide, receipt } = openNotice();
    await tell();
    expect(titles('en-us')).toEqual(['Service Status Update: Issue Under Investigation']);
    expect(titles('es')).toEqual(['Actualización del estado del servicio: estamos investigando un problema']);
    expect(published()[0]?.text).toContain('Symptoms: Donors press Give and see “Something went wrong”.');
    expect(published()[0]).not.toHaveProperty('expiresAt');
    expect(guide.state).toBe('public');
    expect(receipt('pendo')).toMatchObject({ n: 1, outcome: 'told' });
  });

  test('takes the place of the one before, and at the end stays for an hour from its posting', async () => {
    const { tell, post, published, record, time } = openNotice();
    await tell();
    await tell(await post({ stage: 'identified' }));
    expect(published().map(({ n }) => n)).toEqual([2]);
    await tell(await post({ stage: 'resolved' }));
    const [last] = published();
    expect(last).toMatchObject({ n: 3, title: 'Service Status Update: Issue Resolved' });
    expect(Date.parse(last!.expiresAt!) - Date.parse(last!.postedAt)).toBe(HOUR);
    expect(Math.abs(Date.parse(last!.postedAt) - time.now())).toBeLessThan(20_000);
    expect(record().pendo).toEqual({ until: last!.expiresAt });
  });

  test('told again it stays no longer, and nothing is written', async () => {
    const { tell, post, published, article, time, world, incident } = openNotice();
    await tell(await post({ stage: 'resolved' }));
    const [first] = published();
    const { updatedAt } = article.translations.get('en-us')!;
    // Nobody knows what became of it: whoever took it on has written no receipt.
    forget(world, incident.id);
    await time.advance(10 * 60_000);
    await tell(2, true);
    expect(published()).toEqual([first]);
    expect(article.translations.get('en-us')!.updatedAt).toBe(updatedAt);
  });

  test('leaves the notices of other incidents where they are, and takes away those whose time is over', async () => {
    const { tell, published, article, world } = openNotice();
    const over = { ...ELSEWHERE, incident: 998, expiresAt: '2020-01-01T01:00:00.000Z' };
    world.helpCenter.write(article, 'en-us', writeFeed([ELSEWHERE, over]));
    await tell();
    expect(published().map(({ incident }) => incident)).toEqual([expect.any(Number), 999]);
  });

  test('is published again when somebody else’s publishing has taken it away', async () => {
    const { tell, published, article, world, receipt } = openNotice();
    let writes = 0;
    world.changes.subscribe(({ kind }) => {
      writes += kind === 'article' ? 1 : 0;
      // They have read the article before ours was in it, and write a moment later.
      if (writes === 2) world.helpCenter.write(article, 'en-us', writeFeed([ELSEWHERE]));
    });
    await tell();
    expect(published().map(({ incident }) => incident)).toEqual([expect.any(Number), 999]);
    expect(receipt('pendo')).toMatchObject({ outcome: 'told' });
  });

  test('goes to the segment of the settings also where the guide is shown to others already', async () => {
    const { tell, guide, post } = openNotice({ app: { pendo_segment: NOTICE.segment } });
    Object.assign(guide, { state: 'public', segmentId: undefined });
    await tell();
    expect(guide.segmentId).toBe(NOTICE.segment);
    Object.assign(guide, { segmentId: undefined });
    await tell(await post());
    expect(guide.history.map(({ what }) => what)).toEqual(Array(2).fill(`segment ${NOTICE.segment}`));
  });

  test('is sent to the segment of the settings', async () => {
    const { tell, guide } = openNotice({ app: { pendo_segment: NOTICE.segment } });
    await tell();
    expect(guide).toMatchObject({ state: 'public', segmentId: NOTICE.segment });
  });

  test('takes back that it is over, when the incident is reopened', async () => {
    const { tell, post, published, titles, record } = openNotice();
    await tell(await post({ stage: 'resolved' }));
    await tell(await post({ stage: 'identified', reopens: true }));
    expect(titles()).toEqual(['Service Status Update: Issue Reopened']);
    expect(published()[0]).not.toHaveProperty('expiresAt');
    expect(record().pendo).toEqual({});
  });
});

describe('what customers see is looked at afterwards', () => {
  test.each([
    ['the key may not write', { mayWrite: false }, { reason: 'forbidden' }],
    ['the key is wrong', { key: 'another' }, { reason: 'forbidden' }],
    ['Pendo answers well and shows nothing', { ignoredStates: new Set(['public']) }, GuideKept()],
  ])('when %s, the receipt says so, and the article is right all the same', async (_, pendo, expected) => {
    const { tell, world, receipt, published, guide } = openNotice();
    Object.assign(world.pendo, pendo);
    await tell();
    expect(receipt('pendo')).toMatchObject({ outcome: 'failed', ...expected });
    expect(published()).toHaveLength(1);
    expect(guide.state).toBe('disabled');
  });

  test('when the article is for some people only, the receipt says so', async () => {
    const { tell, article, receipt } = openNotice();
    article.userSegmentId = 77;
    await tell();
    expect(receipt('pendo')).toMatchObject({ outcome: 'failed', code: 'notice_not_public' });
  });

  test('when this agent may not edit it, a colleague’s try tells it', async () => {
    const { tell, world, receipt, mara, tom, titles } = openNotice();
    world.helpCenter.editors = new Set([mara.id]);
    await tell(1, false, 'tom');
    expect(tom.id).not.toBe(mara.id);
    expect(receipt('pendo')).toMatchObject({ outcome: 'failed', reason: 'forbidden' });
    await tell(1, false, 'mara');
    expect(titles()).toHaveLength(1);
    expect(receipt('pendo')).toMatchObject({ outcome: 'told' });
  });
});

describe('an hour after the end', () => {
  const ended = async () => {
    const opened = openNotice();
    await opened.tell(await opened.post({ stage: 'resolved' }));
    return opened;
  };

  test('nothing is touched before it is over', async () => {
    const { close, time, published, guide } = await ended();
    await time.advance(HOUR - 20_000);
    expect(await close()).toBe(false);
    expect([published().length, guide.state]).toEqual([1, 'public']);
  });

  test('whoever looks next takes notice and guide away, and writes that down once', async () => {
    const { close, time, published, guide, record } = await ended();
    await time.advance(HOUR);
    expect(await close('tom')).toBe(true);
    expect([published('en-us'), published('es'), guide.state]).toEqual([[], [], 'disabled']);
    expect(record().pendo).toMatchObject({ gone: expect.any(String) });
    expect(await close()).toBe(false);
  });

  test('the guide stays on while another incident needs it', async () => {
    const { close, time, published, guide, article, world } = await ended();
    world.helpCenter.write(article, 'en-us', writeFeed([ELSEWHERE, ...published()]));
    await time.advance(HOUR);
    expect(await close()).toBe(true);
    expect(published()).toEqual([ELSEWHERE]);
    expect(guide.state).toBe('public');
  });

  test('a guide that stays on is told, and nobody writes down that it is gone', async () => {
    const { close, time, world, record } = await ended();
    world.pendo.ignoredStates.add('disabled');
    await time.advance(HOUR);
    await expect(close()).rejects.toMatchObject({ trouble: 'refused', code: 'guide_kept', detail: 'public' });
    expect(record().pendo).not.toHaveProperty('gone');
  });
});

describe('whatever one call comes to', () => {
  test.each(FAULTS)(
    '%s, at every call in turn: told once in the end, and no receipt says more than is so',
    async (_, fault) => {
      const open = async () => {
        const opened = openNotice();
        return { ...opened, n: await opened.post({ stage: 'resolved' }) };
      };
      const whole = await open();
      let calls = 0;
      whole.world.faults.script(() => ++calls < 0, fault);
      await whole.tell(whole.n);
      expect(calls).toBeGreaterThan(8);
      for (let index = 0; index < calls; index++) {
        const { tell, published, guide, world, receipt, time, n } = await open();
        const isThere = () =>
          [published('en-us'), published('es')].every(([first]) => first?.n === n) &&
          guide.state === 'public';
        failCall(world, index, fault);
        await tell(n).catch(() => {});
        if (receipt('pendo')?.outcome === 'told') expect(isThere(), `call ${index}`).toBe(true);
        await time.advance(5 * 60_000);
        await tell(n, false, 'tom');
        expect([published().length, isThere(), receipt('pendo')?.outcome], `call ${index}`).toEqual([
          1,
          true,
          'told',
        ]);
      }
    },
  );
});

function GuideKept() {
  return { reason: 'refused', code: 'guide_kept', detail: 'disabled' };
}

function forget(world: ReturnType<typeof openNotice>['world'], id: number) {
  const { values } = world.ticket(id);
  const field = world.fieldId('allclear_record');
  const record = JSON.parse(String(values.fields.get(field)));
  const fields = new Map(values.fields).set(field, JSON.stringify({ ...record, receipts: [] }));
  world.ticket(id).values = { ...values, fields };
}
