import { describe, expect, test } from 'vitest';
import type { IssueLink } from '../../../src/domain/issue.ts';
import { textOfAdf } from '../../workspace/world/jira/adf.ts';
import { fileByHand, type TrackerUnderTest, type WantedTracker } from './openTracker.ts';

type Open = (wanted?: WantedTracker) => TrackerUnderTest;

const text = [[{ text: 'Impact', isStrong: true }, { text: '36 tickets' }]];

const linkTo = (ticket: number, more: Partial<IssueLink> = {}): IssueLink => ({
  id: `system=https://harborgifts.zendesk.com&ticket=${ticket}`,
  url: `https://harborgifts.zendesk.com/agent/tickets/${ticket}`,
  title: `#${ticket}`,
  summary: undefined,
  isResolved: false,
  relationship: 'customer ticket',
  ...more,
});

/** Files the incident's issue, of a kind that demands nothing more. */
export async function file({ tracker, mark }: TrackerUnderTest, summary = 'Donation form returns error 502') {
  const { kinds } = await tracker.demands();
  const kind = kinds.find(({ fields }) => fields.length === 0);
  return tracker.create({ kind: kind?.id ?? '', summary, text, mark, values: {} });
}

/** What every issue tracker must do, whichever way it is reached. */
export function describeIssueTracker(name: string, open: Open): void {
  describe(`${name} as the issue tracker`, () => {
    test('an issue is filed with its text, and says which incident it belongs to', async () => {
      const opened = open();
      const { tracker, world, mark } = opened;
      const made = await file(opened);
      const issue = world.issue(made.id);
      expect(issue.values).toMatchObject({
        key: made.key,
        summary: 'Donation form returns error 502',
        labels: [`allclear-harborgifts-${mark.incident}`],
      });
      expect(textOfAdf(issue.values.description!)).toMatch(/Impact[\s\S]*36 tickets/);
      expect(await tracker.markOf(made.id)).toEqual(mark);
    });

    test('the day on which it is due goes into its field, as often as asked, and is refused without one', async () => {
      const opened = open();
      const { tracker, world } = opened;
      const { id } = await file(opened);
      await tracker.setDue(id, '2026-11-30');
      await tracker.setDue(id, '2026-11-30');
      expect(world.issue(id).values.due).toBe('2026-11-30');
      world.settings.jira.dueOnScreen = false;
      await expect(tracker.setDue(id, '2026-12-01')).rejects.toMatchObject({ trouble: 'refused' });
      expect(world.issue(id).values.due).toBe('2026-11-30');
    });

    test('what a kind of issue demands is told, and taken', async () => {
      const { tracker, world, mark } = open();
      const { kinds } = await tracker.demands();
      const incident = kinds.find((kind) => kind.name === 'Incident')!;
      expect(incident.fields).toEqual([
        {
          id: 'customfield_10041',
          name: 'Severity',
          kind: 'choice',
          choices: ['Sev 1', 'Sev 2', 'Sev 3'].map((each) => ({ id: expect.any(String), name: each })),
        },
      ]);
      const values = { customfield_10041: incident.fields[0]!.choices[1]!.id };
      const made = await tracker.create({ kind: incident.id, summary: 'Down', text, mark, values });
      expect(world.issue(made.id).values.fields.get('customfield_10041')).toMatchObject({ value: 'Sev 2' });
    });

    test('an issue is read by its status category, whoever works on it and whenever that changed', async () => {
      const opened = open();
      const { tracker, jira, time } = opened;
      const { values, id } = fileByHand(opened);
      jira.assign(id, 'Sam Osei');
      expect(await tracker.read(values.key)).toMatchObject({
        id,
        key: values.key,
        summary: 'Error 502',
        status: 'In Progress',
        state: 'started',
        assignee: 'Sam Osei',
        resolution: undefined,
        updatedAt: new Date(time.now()).toISOString().replace(/\d{3}Z$/, '000Z'),
      });
      jira.transition(id, 'Done', { resolution: 'Done' });
      expect(await tracker.read(id)).toMatchObject({
        state: 'done',
        resolution: 'Done',
        stateSince: expect.stringMatching(/Z$/),
      });
    });

    test('an issue that moved to another project is found by its old key, and has a new one', async () => {
      const opened = open();
      const { tracker, jira } = opened;
      const { values, id } = fileByHand(opened);
      const old = values.key;
      jira.move(id, 'OPS');
      expect(await tracker.read(old)).toMatchObject({ id, key: expect.stringMatching(/^OPS-\d+$/) });
    });

    test('the issue of an incident is found again, and no other', async () => {
      const opened = open();
      const { tracker, time, jira, mark } = opened;
      const made = await file(opened);
      await tracker.mark(fileByHand(opened).id, { ...mark, incident: mark.incident + 1 });
      // Somebody clones it in Jira: that copies labels.
      jira.addIssue({ summary: 'CLONE', labels: [`allclear-harborgifts-${mark.incident}`] });
      await time.run(time.pause(10_000));
      expect((await tracker.findMarked(mark)).map(({ id }) => id)).toEqual([made.id]);
    });

    test('an issue that Engineering has filed is marked, and keeps its labels', async () => {
      const opened = open();
      const { tracker, jira, time, mark } = opened;
      const { id } = fileByHand(opened);
      jira.edit(id, { labels: ['from-monitoring'] });
      expect(await tracker.markOf(id)).toBeUndefined();
      await tracker.mark(id, mark);
      expect(jira.issue(id).values.labels).toEqual([
        'from-monitoring',
        `allclear-harborgifts-${mark.incident}`,
      ]);
      await time.run(time.pause(10_000));
      expect(await tracker.findMarked(mark)).toHaveLength(1);
    });

    test('issues are found by their words or by their key', async () => {
      const opened = open();
      const { tracker, time } = opened;
      const one = fileByHand(opened, 'Donation form is slow');
      const other = fileByHand(opened, 'Receipts are not sent');
      await time.run(time.pause(10_000));
      expect((await tracker.search('donation FORM')).map(({ id }) => id)).toEqual([one.id]);
      expect((await tracker.search(` ${other.values.key.toLowerCase()} `)).map(({ id }) => id)).toEqual([
        other.id,
      ]);
      expect(await tracker.search('PAY-99999')).toEqual([]);
      const like = fileByHand(opened, 'Donation page answers 502 to Covid-19 appeals');
      await time.run(time.pause(10_000));
      expect((await tracker.search('covid-19')).map(({ id }) => id)).toEqual([like.id]);
      expect(await tracker.search('"')).toEqual([]);
    });

    test('a link is there once however often it is made, and is brought up to date', async () => {
      const opened = open();
      const { tracker } = opened;
      const { id } = fileByHand(opened);
      await tracker.putLink(id, linkTo(301, { summary: 'cannot donate' }));
      await tracker.putLink(id, linkTo(301, { isResolved: true }));
      await tracker.putLink(id, linkTo(302));
      expect(await tracker.links(id)).toEqual({
        ours: [linkTo(301, { isResolved: true }), linkTo(302)],
        others: 0,
      });
    });

    test('links of others are counted, and left alone', async () => {
      const opened = open();
      const { tracker, jira } = opened;
      const { id } = fileByHand(opened);
      const theirs = 'system=https://harborgifts.zendesk.com.evil.example&ticket=1';
      await tracker.putLink(id, linkTo(1, { id: theirs }));
      await tracker.putLink(id, linkTo(301));
      expect(await tracker.links(id)).toMatchObject({ ours: [{ id: linkTo(301).id }], others: 1 });
      await tracker.dropLink(id, linkTo(301).id);
      expect(jira.issue(id).links.map(({ globalId }) => globalId)).toEqual([theirs]);
    });

    test('a link that is dropped is the right one, and need not be there', async () => {
      const opened = open();
      const { tracker } = opened;
      const { id } = fileByHand(opened);
      for (const ticket of [3, 30, 301]) await tracker.putLink(id, linkTo(ticket));
      await tracker.dropLink(id, linkTo(30).id);
      await tracker.dropLink(id, linkTo(30).id);
      expect((await tracker.links(id)).ours.map((each) => each.title)).toEqual(['#3', '#301']);
      await expect(tracker.dropLink('99999', linkTo(30).id)).rejects.toMatchObject({ trouble: 'missing' });
    });

    test('a comment is added and edited in place', async () => {
      const opened = open();
      const { tracker, jira } = opened;
      const { id } = fileByHand(opened);
      const comment = await tracker.comment(id, [[{ text: '36 tickets' }]]);
      await tracker.editComment(id, comment, [[{ text: '40 tickets' }]]);
      const [only, ...rest] = jira.issue(id).comments;
      expect(rest).toEqual([]);
      expect(textOfAdf(only!.body)).toContain('40 tickets');
      jira.issue(id).comments.pop();
      await expect(tracker.editComment(id, comment, text)).rejects.toMatchObject({ trouble: 'missing' });
      await expect(tracker.editComment(id, '../5', text)).rejects.toMatchObject({ trouble: 'missing' });
    });

    test('small facts live on the issue', async () => {
      const opened = open();
      const { tracker } = opened;
      const { id } = fileByHand(opened);
      expect(await tracker.fact(id, 'impact')).toBeUndefined();
      await tracker.setFact(id, 'impact', { comment: '10001', of: 36 });
      await tracker.setFact(id, 'impact', { comment: '10001', of: 37 });
      expect(await tracker.fact(id, 'impact')).toEqual({ comment: '10001', of: 37 });
      await expect(tracker.fact('99999', 'impact')).rejects.toMatchObject({ trouble: 'missing' });
    });

    test('rights that the account lacks are named in Jira’s own words', async () => {
      const { tracker, jira } = open();
      expect(await tracker.rights()).toEqual({ account: 'Allclear', project: 'PAY', lacks: [] });
      jira.account.permissions.delete('LINK_ISSUES');
      jira.account.permissions.delete('CREATE_ISSUES');
      expect(await tracker.rights()).toMatchObject({ lacks: ['Create Issues', 'Link Issues'] });
      expect(await tracker.demands()).toEqual({ kinds: [] });
    });

    test('an issue that was deleted is missing, and so is what can be no issue', async () => {
      const opened = open();
      const { tracker, jira, world } = opened;
      const { id, values } = fileByHand(opened);
      jira.remove(id);
      for (const name of [id, values.key, '../myself', 'PAY-1?x=1', '', '%'])
        await expect(tracker.read(name)).rejects.toMatchObject({ service: 'Jira', trouble: 'missing' });
      expect(world.tickets.size).toBeGreaterThan(0);
    });
  });
}
