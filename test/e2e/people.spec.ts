import { mkdirSync } from 'node:fs';
import type { World } from '../workspace/world/world.ts';
import type { Desk } from './stories/desk.ts';
import { newest, write } from './stories/lead.ts';
import { faultsOfPage, fitsItsFrame } from './stories/looks.ts';
import { modalOf } from './stories/modal.ts';
import { expect, test } from './stories/story.ts';

const SCREENS = new URL('../../test-results/screens/', import.meta.url).pathname;
mkdirSync(SCREENS, { recursive: true });

/** How many customers were told update `n`. */
const told = (world: World, incident: number, n: number) =>
  world.incidentsOf(incident).filter(({ id }) => world.valueOf(id, 'allclear_told') === `${incident}/${n}`)
    .length;

/** Mara has proposed this in another window; `minutes` are left to answer. */
function proposeElsewhere(world: World, id: number, extra: string, minutes: number): void {
  const record = JSON.parse(String(world.valueOf(id, 'allclear_record')));
  const { n, stage, symptoms } = record.update;
  const inMinutes = (count: number) => new Date(world.clock.now() + count * 60_000).toISOString();
  const proposal = {
    key: extra,
    seen: n,
    draft: { stage, symptoms, extra, next: inMinutes(60) },
    customers: 35,
    by: { id: 400_001, name: 'Mara Lind' },
    at: inMinutes(minutes - 15),
    until: inMinutes(minutes),
  };
  write(world, id, { allclear_record: JSON.stringify({ ...record, proposal }) });
}

async function judge(desk: Desk, name: string) {
  const frame = await desk.frame();
  expect.soft(await fitsItsFrame(frame), name).toEqual([]);
  expect.soft(await faultsOfPage(frame), name).toEqual([]);
  await desk.page.locator('aside.tray:visible').screenshot({ path: `${SCREENS}people-${name}.png` });
}

// Other channels have stories of their own.
const QUIET = { slack_by: 'off', pendo_by: 'off', statuspage_page: '' };

test.describe('with approval by a second person', () => {
  test.use({ account: { settings: { ...QUIET, approval_severity: '2' } } });

  test('an update is refused with a reason, then approved, and one that nobody answers goes out once', async ({
    story: { world, seed, sitDown },
  }) => {
    const id = seed.incidentA;
    const mara = await sitDown(id, 'mara', { scheme: 'dark', width: 320 });
    const tom = await sitDown(id, 'tom', { width: 320, clock: true });
    const modal = modalOf(mara);
    await mara.at('post-update').click();
    await expect(modal.at('post-send')).toHaveText('Propose to tell 35 customers');
    await modal.at('post-extra').fill('Cards were charged.');
    await modal.at('post-send').click();
    await expect(modal.at('proposed')).toContainText('Nobody was told anything yet.');
    await modal.at('post-close').click();
    await expect(mara.at('approval')).toContainText('You proposed it');
    await judge(mara, 'own-dark-320');
    await tom.at('approval-refuse').click();
    await judge(tom, 'refusing-light-320');
    await tom.at('approval-reason').fill('Cards were not charged.');
    await tom.at('approval-refuse-send').click();
    await expect(tom.at('approval')).toContainText('Tom Adeyemi refused update 4');
    // Her words wait for her where she wrote them.
    await mara.at('post-update').click();
    await expect(modal.at('post-extra')).toHaveValue('Cards were charged.');
    await modal.close();
    await expect(mara.at('approval')).toContainText('Tom Adeyemi refused update 4');
    await expect(mara.at('approval')).toContainText('Cards were not charged.');
    expect([newest(world, id).n, told(world, id, 4)]).toEqual([3, 0]);

    proposeElsewhere(world, id, 'No card was charged.', 12);
    await expect(tom.at('approval-approve')).toHaveText('Approve and tell 35 customers');
    await judge(tom, 'approving-light-320');
    await tom.at('approval-approve').click();
    await expect.poll(() => told(world, id, 4), { timeout: 60_000 }).toBe(36);
    await expect(mara.at('approval')).toHaveCount(0);

    proposeElsewhere(world, id, 'Still no card was charged.', -1); // both browsers see it at once
    await expect.poll(() => newest(world, id).n, { timeout: 60_000 }).toBe(5);
    const posted = world.ticket(id).audits.flatMap(({ custom }) => {
      const note = custom?.allclear as { did?: string; n?: number; approval?: { how: string } } | undefined;
      return note?.did === 'update' && note.approval ? [[note.n, note.approval.how]] : [];
    });
    expect(posted).toEqual([
      [4, 'approved'],
      [5, 'timed out'],
    ]);
  });
});

test('an incident is handed over with a note that begins with what is known', async ({
  story: { world, seed, sitDown },
}) => {
  const id = seed.incidentA;
  const mara = await sitDown(id, 'mara', { width: 320 });
  await mara.at('hand-over').click();
  const modal = modalOf(mara);
  await expect(modal.at('handover-note')).toHaveValue(/Where it stands: Identified, by update 3/);
  await expect(modal.at('handover-note')).toHaveValue(/Promised: the next update by/);
  await modal.at('handover-to').selectOption({ label: 'Tom Adeyemi' });
  expect.soft(await faultsOfPage(await modal.frame())).toEqual([]);
  expect.soft(await fitsItsFrame(await modal.frame())).toEqual([]);
  await mara.page.screenshot({ path: `${SCREENS}people-handover.png` });
  await modal.at('handover-send').click();
  await expect(modal.at('handed-over')).toContainText('The ticket is assigned to Tom Adeyemi.');
  await modal.at('handover-close').click();
  await expect(mara.at('lead-name')).toHaveText(/^Tom Adeyemi has it since \d/);
  await judge(mara, 'lead-320');
  const { comment } = world.ticket(id).audits.at(-1)!;
  expect(comment).toMatchObject({ public: false, body: expect.stringContaining('Open questions:') });

  await mara.at('timeline').click();
  await expect(modal.at('timeline-entry').first()).toContainText('Handed over to Tom Adeyemi');
});
