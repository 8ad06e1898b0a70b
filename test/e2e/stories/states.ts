import { addAllclearMacro } from '../../workspace/world/seed/build.ts';
import type { Desk } from './desk.ts';
import { change, leadPosts, reportIn, write } from './lead.ts';
import { expect, type Look, type Story } from './story.ts';

/** Brings the sidebar into a state, and shows it. */
type Show = (story: Story, look: Look) => Promise<Desk>;

const LONG_WORD = `https://give.example/${'donate'.repeat(40)}`;
const LONG = `${'Donors press Give and see an error. '.repeat(140)}${LONG_WORD}`.slice(0, 5_000);

/** Every state of the sidebar that is worth a look. */
export const STATES: Readonly<Record<string, Show>> = {
  unattached: async ({ seed, sitDown }, look) => ready(await sitDown(seed.lucia, 'mara', look), 'attach'),
  unrelated: async ({ seed, sitDown }, look) =>
    ready(await sitDown(seed.unrelated[0] ?? 0, 'mara', look), 'incident-list'),
  'none-active': async ({ world, seed, sitDown }, look) => {
    for (const id of [seed.incidentA, seed.incidentB])
      change(world, id, { removeTags: ['allclear_incident'] });
    return ready(await sitDown(seed.lucia, 'mara', look), 'incident-list');
  },
  'many-incidents': async ({ world, seed, sitDown }, look) => {
    for (let index = 1; index <= 30; index += 1) {
      world.addTicket({
        subject: `Region ${index} is slow ${index % 7 ? '' : LONG_WORD}`,
        text: 'Slow.',
        requesterId: seed.mara.id,
        public: false,
        type: 'problem',
        tags: ['allclear_incident'],
      });
    }
    const desk = await sitDown(seed.lucia, 'mara', look);
    await expect(desk.app.getByRole('searchbox')).toBeVisible();
    return ready(desk, 'attach');
  },
  behind: async ({ seed, sitDown }, look) =>
    ready(await sitDown(seed.behind[0] ?? 0, 'mara', look), 'coverage'),
  'up-to-date': async ({ world, seed, sitDown }, look) => {
    const id = reportIn(world, seed, 'en');
    write(world, id, { allclear_told: `${seed.incidentA}/3` });
    return ready(await sitDown(id, 'mara', look), 'coverage');
  },
  'told-before': async ({ world, seed, sitDown }, look) => {
    const id = reportIn(world, seed, 'en');
    write(world, id, { allclear_told: `${seed.incidentA}/3` });
    const desk = await ready(await sitDown(id, 'mara', look), 'coverage');
    await desk.at('insert').click();
    return ready(desk, 'note-warning');
  },
  preview: async ({ seed, sitDown }, look) => {
    const desk = await ready(await sitDown(seed.behind[0] ?? 0, 'mara', look), 'coverage');
    await desk.at('preview').click();
    return ready(desk, 'reply-preview');
  },
  'broken-macro': async ({ world, seed, sitDown }, look) => {
    addAllclearMacro(world, 'Identified', '<p>{% if incident.eta %}Never closed</p>');
    const desk = await ready(await sitDown(reportIn(world, seed, 'en'), 'mara', look), 'coverage');
    await desk.at('preview').click();
    return ready(desk, 'reply-preview');
  },
  inserted: async ({ seed, sitDown }, look) => {
    const desk = await ready(await sitDown(seed.behind[0] ?? 0, 'mara', look), 'coverage');
    await desk.at('insert').click();
    return ready(desk, 'note-success');
  },
  stopped: async ({ world, seed, sitDown }, look) => {
    const desk = await ready(await sitDown(seed.behind[0] ?? 0, 'mara', look), 'coverage');
    await desk.at('insert').click();
    await ready(desk, 'note-success');
    const { n } = JSON.parse(String(world.valueOf(seed.incidentA, 'allclear_record'))).update;
    leadPosts(world, seed.incidentA, { n: n + 1, stage: 'monitoring', symptoms: 'Gifts go through again.' });
    await desk.submit();
    return ready(desk, 'note-warning');
  },
  detaching: async ({ seed, sitDown }, look) => {
    const desk = await ready(await sitDown(seed.behind[0] ?? 0, 'mara', look), 'coverage');
    await desk.at('detach').click();
    return ready(desk, 'detach-yes');
  },
  'not-told-list': async ({ seed, sitDown }, look) => {
    const desk = await ready(await sitDown(seed.behind[0] ?? 0, 'mara', look), 'coverage');
    await desk.at('coverage-see').click();
    return desk;
  },
  overdue: async ({ world, seed, sitDown }, look) => {
    leadPosts(world, seed.incidentA, { n: 3, next: new Date(world.clock.now() - 7 * 60_000).toISOString() });
    return ready(await sitDown(seed.behind[0] ?? 0, 'mara', look), 'coverage');
  },
  'telling-on': async ({ world, seed, sitDown }, look) => {
    world.faults.scriptJob({ kind: 'endless', after: 15 });
    const desk = await ready(await sitDown(seed.behind[0] ?? 0, 'mara', look), 'continue');
    await desk.at('continue').click();
    await expect(desk.at('telling-left')).toContainText('not confirmed yet');
    return desk;
  },
  'telling-paused': async ({ world, seed, sitDown }, look) => {
    leadPosts(world, seed.incidentA, { n: 4 });
    world.faults.scriptJob({ kind: 'killed', after: 15 });
    const desk = await ready(await sitDown(seed.incidentA, 'mara', look), 'continue');
    await desk.at('continue').click();
    await desk.at('telling-pause').click();
    return ready(desk, 'telling-continue');
  },
  'late-joiner': async ({ seed, sitDown }, look) => {
    const desk = await sitDown(seed.lucia, 'mara', look);
    await desk.at('attach').click();
    await desk.at('tell-now').click();
    return ready(desk, 'tell-now-yes');
  },
  'not-allowed': async ({ seed, sitDown }, look) =>
    ready(await sitDown(seed.behind[0] ?? 0, 'ines', look), 'coverage'),
  resolved: async ({ world, seed, sitDown }, look) => {
    leadPosts(world, seed.incidentA, { n: 4, stage: 'resolved', next: undefined });
    return ready(await sitDown(seed.incidentA, 'mara', look), 'post-update');
  },
  'fixed-in-jira': async ({ world, seed, sitDown }, look) => {
    world.jira.transition('PAY-123', 'Resolve', { resolution: 'Done' });
    return ready(await sitDown(seed.behind[0] ?? 0, 'mara', look), 'drift-closed');
  },
  'reopened-in-jira': async ({ world, seed, sitDown }, look) => {
    leadPosts(world, seed.incidentA, { n: 4, stage: 'resolved', next: undefined });
    return ready(await sitDown(seed.incidentA, 'mara', look), 'drift-running');
  },
  'jira-silent': async ({ world, seed, sitDown }, look) => {
    world.jira.account.expired = true;
    const desk = await ready(await sitDown(seed.behind[0] ?? 0, 'mara', look), 'coverage');
    await expect(desk.at('jira-trouble')).toContainText('expired');
    return desk;
  },
  'right-to-left-fixed-in-jira': async ({ world, seed, sitDown }, look) => {
    seed.tom.locale = 'ar';
    world.jira.transition('PAY-123', 'Resolve', { resolution: 'Done' });
    return ready(await sitDown(seed.lucia, 'tom', look), 'card-drift-closed');
  },
  'own-ticket': async ({ seed, sitDown }, look) =>
    ready(await sitDown(seed.incidentA, 'mara', look), 'coverage'),
  closed: async ({ seed, sitDown }, look) => ready(await sitDown(seed.closed, 'mara', look), 'coverage'),
  foreign: async ({ world, seed, sitDown }, look) => {
    change(world, seed.lucia, { type: 'incident', problemId: seed.ordinaryProblem });
    const desk = await ready(await sitDown(seed.lucia, 'mara', look), 'attach');
    await desk.at('attach').click();
    await expect(desk.button('Move it here')).toBeVisible();
    return desk;
  },
  'first-look-failed': async ({ world, seed, sitDown }, look) => {
    world.faults.script({ url: /problems/ }, { kind: 'lost', applied: false }, Number.POSITIVE_INFINITY);
    return ready(await sitDown(seed.behind[0] ?? 0, 'mara', look), 'note-danger');
  },
  'record-unreadable': async ({ world, seed, sitDown }, look) => {
    write(world, seed.incidentA, { allclear_record: 'not a record' });
    return ready(await sitDown(seed.behind[0] ?? 0, 'mara', look), 'note-danger');
  },
  long: async ({ world, seed, sitDown }, look) => {
    leadPosts(world, seed.incidentA, { n: 3, symptoms: LONG });
    change(world, seed.incidentA, { subject: `Donation form ${LONG_WORD}` });
    const desk = await ready(await sitDown(seed.behind[0] ?? 0, 'mara', look), 'coverage');
    await desk.at('preview').click();
    return ready(desk, 'reply-preview');
  },
  'right-to-left': async ({ seed, sitDown }, look) => {
    seed.tom.locale = 'ar';
    const desk = await ready(await sitDown(seed.behind[0] ?? 0, 'tom', look), 'coverage');
    await desk.at('preview').click();
    await expect(desk.app.locator('html')).toHaveAttribute('dir', 'rtl');
    return ready(desk, 'reply-preview');
  },
  'right-to-left-unattached': async ({ seed, sitDown }, look) => {
    seed.tom.locale = 'ar';
    return ready(await sitDown(seed.lucia, 'tom', look), 'attach');
  },
};

async function ready(desk: Desk, testId: string): Promise<Desk> {
  await expect(desk.at(testId).first()).toBeVisible();
  return desk;
}
