import { mkdirSync } from 'node:fs';
import { inFlight } from '../workspace/world/runJob.ts';
import type { World } from '../workspace/world/world.ts';
import type { Desk } from './stories/desk.ts';
import { newest } from './stories/lead.ts';
import { faultsOfPage, fitsItsFrame } from './stories/looks.ts';
import { modalOf } from './stories/modal.ts';
import { expect, test } from './stories/story.ts';

const SCREENS = new URL('../../test-results/screens/', import.meta.url).pathname;
mkdirSync(SCREENS, { recursive: true });

/** How often each report's customer read update `n`, and whether the ledger says so. */
function heard(world: World, incident: number, n: number) {
  const told = (id: number) =>
    world.ticket(id).audits.filter(({ custom }) => {
      const note = custom?.allclear as { did?: string; n?: number } | undefined;
      return note?.did === 'told' && note.n === n;
    }).length;
  return world.incidentsOf(incident).map(({ id, requesterId }) => ({
    id,
    times: told(id),
    ledger: world.valueOf(id, 'allclear_told'),
    language: world.user(requesterId).locale.split('-')[0],
    last: world.ticket(id).publicComments.at(-1)?.html ?? '',
  }));
}

const GREETINGS = new Map([
  ['es', 'Hola'],
  ['ar', 'مرحبًا'],
]);

/** The incident's modal, opened from this agent's sidebar. */
async function openPost(desk: Desk) {
  await desk.at('post-update').click();
  const modal = modalOf(desk);
  await expect(modal.at('post-send')).toHaveText(/^Tell \d+ customers$/);
  return modal;
}

test.use({ hurry: 3 });

test('the lead tells forty reports, each once and in the customer’s language', async ({
  story: { world, seed, sitDown },
}) => {
  const id = seed.incidentA;
  const desk = await sitDown(id);
  const modal = await openPost(desk);
  await modal.at('post-symptoms').fill('A fix is live. Donations go through again.');
  await modal.at('post-send').click();
  await expect(modal.at('telling-count')).toHaveText('36 of 40', { timeout: 60_000 });
  await expect(modal.app.getByText('Update 4 has reached 36 tickets.')).toBeVisible();
  await expect(modal.app.getByText('4 can’t be told: 2 messaging, 1 closed, 1 merged')).toBeVisible();

  expect(newest(world, id)).toMatchObject({ n: 4, stage: 'monitoring' });
  const reports = heard(world, id, 4);
  const told = reports.filter(({ times }) => times > 0);
  expect(told).toHaveLength(36);
  for (const { id: each, times, ledger, language, last } of told) {
    expect([each, times, ledger]).toEqual([each, 1, `${id}/4`]);
    expect(last).toContain('Donations go through again.');
    expect(last).toContain(GREETINGS.get(language ?? '') ?? 'Hello');
  }
  for (const { ledger } of reports.filter(({ times }) => times === 0)) expect(ledger).not.toBe(`${id}/4`);

  await modal.at('post-close').click();
  await expect(desk.at('incident-stage')).toHaveText('Monitoring');
  const spanish = told.find(({ language }) => language === 'es')?.id ?? 0;
  const report = await sitDown(spanish, 'tom');
  await expect(report.page.getByText('Donations go through again.', { exact: false }).first()).toBeVisible();
});

test('what Zendesk asks to wait for is said, and a pause holds until somebody continues', async ({
  story: { world, seed, sitDown },
}) => {
  const id = seed.incidentA;
  const desk = await sitDown(id);
  const modal = await openPost(desk);
  world.faults.script({ url: /update_many/ }, { kind: 'too-many', retryAfter: 9 });
  world.faults.scriptJob({ kind: 'killed', after: 10 });
  await modal.at('post-send').click();
  await expect(modal.at('telling-left')).toContainText(/Zendesk asks to wait \d sec/);
  await modal.at('telling-pause').click();
  await expect(modal.at('telling-left')).toContainText('Pausing');
  await expect(modal.at('note-warning')).toContainText('Paused: nothing more goes out.', { timeout: 60_000 });
  expect(heard(world, id, 4).filter(({ times }) => times > 0)).toHaveLength(10);
  expect(inFlight(world), 'jobs that go on without us').toEqual([]);

  await modal.at('telling-continue').click();
  await expect(modal.at('telling-count')).toHaveText('36 of 40', { timeout: 60_000 });
  await expect(modal.at('note-success')).toBeVisible();
  expect(heard(world, id, 4).map(({ times }) => times)).not.toContain(2);
});

test('a tab closed half-way is continued by the second agent, and nobody hears it twice', async ({
  story: { world, seed, sitDown },
}) => {
  const id = seed.incidentA;
  const mara = await sitDown(id);
  const modal = await openPost(mara);
  world.faults.scriptJob({ kind: 'endless', after: 15 });
  await modal.at('post-send').click();
  await expect.poll(() => heard(world, id, 4).filter(({ times }) => times > 0).length).toBe(15);
  await mara.page.close();

  const tom = await sitDown(id, 'tom');
  await expect(tom.at('coverage')).toContainText('15 of 40');
  await tom.at('continue').click();
  await expect(tom.at('coverage').or(tom.at('telling')).first()).toContainText('36 of 40', {
    timeout: 60_000,
  });
  const times = heard(world, id, 4).map((each) => each.times);
  expect(times.filter((each) => each === 1)).toHaveLength(36);
  expect(times).not.toContain(2);
});

test('of two agents who post at once, the slower one is told what the other said', async ({
  story: { world, seed, sitDown },
}) => {
  const id = seed.incidentA;
  const [mara, tom] = [await sitDown(id), await sitDown(id, 'tom')];
  const [hers, his] = [await openPost(mara), await openPost(tom)];
  await hers.at('post-symptoms').fill('A fix is live.');
  await his.at('post-symptoms').fill('Donations by card work again.');
  await hers.at('post-send').click();
  await expect(hers.at('note-success')).toBeVisible({ timeout: 60_000 });

  await his.at('post-send').click();
  const note = his.at('note-warning');
  await expect(note).toContainText('Mara Lind posted update 4');
  await expect(note).toContainText('A fix is live.');
  expect.soft(await faultsOfPage(await his.frame())).toEqual([]);
  await tom.page.screenshot({ path: `${SCREENS}post-overtaken.png` });
  await expect(note).toContainText('Nothing of yours was sent, and your text is still here.');
  expect(heard(world, id, 5).every(({ times }) => times === 0)).toBe(true);
  await expect(his.at('post-symptoms')).toHaveValue('Donations by card work again.');

  await his.at('post-go-on').click();
  await expect(his.app.getByRole('heading', { name: /^Post update 5/ })).toBeVisible();
  await expect(his.at('post-send')).toHaveText(/^Tell \d+ customers$/);
  await his.at('post-send').click();
  await expect(his.at('telling-count')).toHaveText('36 of 40', { timeout: 60_000 });
  expect(newest(world, id)).toMatchObject({ n: 5, symptoms: 'Donations by card work again.' });
});

test('a modal closed by mistake costs no word', async ({ story: { seed, sitDown } }) => {
  const desk = await sitDown(seed.incidentA);
  const modal = await openPost(desk);
  await modal.at('post-extra').fill('Thank you for your patience.');
  await modal.close();
  await openPost(desk);
  await expect(modal.at('post-extra')).toHaveValue('Thank you for your patience.');
  await modal.button('Start anew').click();
  await expect(modal.at('post-extra')).toHaveValue('');
});

test('by keyboard alone: Enter leads to the button that says how many, and only there it posts', async ({
  story: { world, seed, sitDown },
}) => {
  const id = seed.incidentA;
  const desk = await sitDown(id);
  const modal = await openPost(desk);
  await expect(modal.app.getByRole('heading', { name: /^Post update 4/ })).toBeFocused();
  const keys = desk.page.keyboard;
  await modal.at('post-symptoms').focus();
  await keys.press('Control+Enter');
  await expect(modal.at('post-send')).toBeFocused();
  expect(newest(world, id).n).toBe(3);
  await keys.press('Enter');
  await expect(modal.at('telling-count')).toHaveText('36 of 40', { timeout: 60_000 });
});

for (const scheme of ['light', 'dark'] as const) {
  test(`the modal looks right and is free of faults, ${scheme}`, async ({ story: { seed, sitDown } }) => {
    const desk = await sitDown(seed.incidentA, 'mara', { scheme });
    const modal = await openPost(desk);
    const look = async (name: string) => {
      await desk.page.screenshot({ path: `${SCREENS}post-${name}-${scheme}.png` });
      expect.soft(await faultsOfPage(await modal.frame()), name).toEqual([]);
      expect.soft(await fitsItsFrame(await modal.frame()), name).toEqual([]);
    };
    await look('proposed');
    await modal.at('post-symptoms').fill('Some users may see an error; it will be fixed by 5 pm.');
    await modal.at('post-next').fill('');
    await modal.at('post-eta').fill('12:30');
    await modal.at('post-etaBy').fill('');
    await modal.at('post-send').click();
    await expect(modal.at('post-next')).toBeFocused();
    await look('troubles');
    await modal.at('stage-resolved').click();
    await look('resolved');
    await desk.page.setViewportSize({ width: 460, height: 800 });
    await look('narrow');
    await desk.page.setViewportSize({ width: 1440, height: 950 });
    await modal.at('post-gateBy').fill('Sam Osei');
    await modal.at('post-gateWhere').fill('Slack #inc-502');
    await modal.at('post-send').click();
    await expect(modal.at('note-success')).toBeVisible({ timeout: 60_000 });
    await look('told');
  });
}
