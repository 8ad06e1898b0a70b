import { describe, expect, test } from 'vitest';
import { createPendo } from '../../src/adapters/pendo/pendo.ts';
import type { Notice } from '../../src/domain/notice.ts';
import { NOTICE } from '../workspace/world/seed/notice.ts';
import { driven } from './driven.ts';
import type { OpenChannels, Wanted } from './openChannels.ts';

const RUNNING: Notice = {
  incident: 100,
  n: 1,
  title: 'Service Status Update: Issue Under Investigation',
  text: 'We are looking.\nSymptoms: </pre><script>alert(1)</script> & “Ünïcode” 🎈 {{dc.x}}',
  postedAt: '2026-11-25T10:00:00.000Z',
};
const ENDING: Notice = { ...RUNNING, incident: 101, n: 4, expiresAt: '2026-11-25T11:00:00.000Z' };

/** What every guide inside a product must do, whichever way its requests travel. */
export function describeInAppGuide(name: string, openChannels: OpenChannels) {
  const open = (different: object = {}, wanted: Wanted = {}) => {
    const opened = openChannels(wanted);
    const { client, clock, time, world } = opened;
    const settings = {
      by: 'guide',
      host: 'app.pendo.io',
      guide: NOTICE.guide,
      article: String(NOTICE.article),
      ...different,
    } as const;
    return {
      ...opened,
      guide: driven(createPendo(client, clock, settings), time),
      shown: world.pendo.guide(NOTICE.guide),
      article: world.helpCenter.article(NOTICE.article),
    };
  };

  describe(`${name} as the guide inside the product`, () => {
    test('begins with nothing, in every language of its article', async () => {
      const { guide } = open();
      expect(await guide.pages()).toEqual([
        { locale: 'en-us', isPublic: true, notices: [] },
        { locale: 'es', isPublic: true, notices: [] },
      ]);
      expect(await guide.state()).toEqual({ isShown: false, word: 'disabled' });
    });

    test('what is published is there to read, whatever signs are in it, and leaves other languages alone', async () => {
      const { guide, article } = open();
      await guide.publish('en-us', [ENDING, RUNNING]);
      const [english, spanish] = await guide.pages();
      expect(english?.notices).toEqual([ENDING, RUNNING]);
      expect(spanish?.notices).toEqual([]);
      // No browser and no editor finds markup, an entity or a placeholder in it.
      expect(article.translations.get('en-us')?.body).toMatch(/^<pre>[^<>&]*<\/pre>$/);
      expect(article.translations.get('en-us')?.body).not.toMatch(/\{\{|[^ -~]/);
    });

    test('an article that not everybody can read says so', async () => {
      const { guide, article } = open();
      article.translations.get('es')!.draft = true;
      expect((await guide.pages()).map(({ isPublic }) => isPublic)).toEqual([true, false]);
      article.userSegmentId = 77;
      expect((await guide.pages()).map(({ isPublic }) => isPublic)).toEqual([false, false]);
    });

    test('the guide is shown to its segment, and taken away', async () => {
      const { guide, shown } = open({ segment: NOTICE.segment });
      await guide.aim();
      await guide.show(true);
      expect(shown).toMatchObject({ state: 'public', segmentId: NOTICE.segment });
      expect(shown.history.map(({ what }) => what)).toEqual([`segment ${NOTICE.segment}`, 'state public']);
      expect(await guide.state()).toEqual({ isShown: true, word: 'public' });
      await guide.show(false);
      expect(await guide.state()).toEqual({ isShown: false, word: 'disabled' });
    });

    test('without a segment in the settings the guide keeps its own', async () => {
      const { guide, shown } = open();
      shown.segmentId = NOTICE.segment;
      await guide.aim();
      await guide.show(true);
      expect(shown.history.map(({ what }) => what)).toEqual(['state public']);
    });

    test('can be tried out: the guide and its segment say their names, and nothing is changed', async () => {
      const { guide, shown, world } = open({ segment: NOTICE.segment });
      const { name } = world.pendo.segments.get(NOTICE.segment)!;
      expect(await guide.check()).toEqual({ name: shown.name, word: 'disabled', segment: { name } });
      expect(await open().guide.check()).toEqual({ name: shown.name, word: 'disabled' });
      expect((await open({ segment: 'nowhere' }).guide.check()).segment).toBe('missing');
      expect(shown.history).toEqual([]);
    });

    test('a key without write access is told so, and may still look', async () => {
      const { guide, world } = open();
      world.pendo.mayWrite = false;
      await expect(guide.show(true)).rejects.toMatchObject({ service: 'Pendo', trouble: 'forbidden' });
      expect((await guide.state()).isShown).toBe(false);
      world.pendo.key = 'another';
      await expect(guide.state()).rejects.toMatchObject({ service: 'Pendo', trouble: 'forbidden' });
    });

    test('an agent who may not edit articles is told so', async () => {
      const { guide, world } = open();
      world.helpCenter.editors = new Set();
      await expect(guide.publish('es', [])).rejects.toMatchObject({
        service: 'Help Center',
        trouble: 'forbidden',
      });
    });

    test('a guide or an article that is not there is missing', async () => {
      const { guide, world } = open({ guide: 'other' });
      await expect(guide.state()).rejects.toMatchObject({ service: 'Pendo', trouble: 'missing' });
      world.helpCenter.articles.clear();
      await expect(guide.pages()).rejects.toMatchObject({ service: 'Help Center', trouble: 'missing' });
    });
  });

  test.each(['us1.app', 'app.eu', 'app.au', 'app.jpn'])(
    `${name} is reached at %s.pendo.io, too`,
    async (region) => {
      const { guide } = open({ host: `${region}.pendo.io` });
      expect((await guide.state()).word).toBe('disabled');
    },
  );
}
