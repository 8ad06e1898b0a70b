import { describe, expect, test } from 'vitest';
import { broadcast } from '../../src/actions/broadcast.ts';
import { claimUpdate } from '../../src/actions/claimUpdate.ts';
import { createPreview } from '../../src/actions/previewReply.ts';
import { surveyReports } from '../../src/actions/surveyReports.ts';
import { toIncident } from '../../src/domain/incident.ts';
import type { UpdateDraft } from '../../src/domain/update.ts';
import { addAllclearMacro } from '../workspace/world/seed/build.ts';
import { openBroadcast, type Wanted } from './openBroadcast.ts';

async function open(wanted: Wanted = {}) {
  const opened = openBroadcast(wanted);
  const { ports, run, incident, world } = opened;
  const known = toIncident(await run(ports.tickets.readOne(incident.id)));
  const preview = createPreview(ports);

  /** What the preview shows of every report, and what each of them is then told. */
  async function compare(draft: UpdateDraft) {
    const { survey } = await run(surveyReports(ports, known));
    const rows = survey.rows.filter(({ fate }) => fate === 'tell');
    const shown: string[] = [];
    for (const { id, first } of rows) shown.push((await run(preview(known, draft, id, first))).reply.html);
    await run(claimUpdate(ports, incident.id, 1, draft));
    await run(broadcast(ports, incident.id, 2));
    return { shown, sent: rows.map(({ id }) => world.ticket(id).publicComments.at(-1)?.html) };
  }
  return { ...opened, known, preview, compare };
}

describe('a preview is what is sent, to the letter', () => {
  test.each(['investigating', 'identified', 'monitoring', 'resolved'] as const)(
    'at the stage %s, in every language',
    async (stage) => {
      const { compare, draft } = await open({ reports: 6 });
      const gate = { kind: 'confirmed', by: 'Sam Osei (Engineering)', where: 'Slack #inc-502' } as const;
      const eta = { text: 'by noon', by: 'Sam Osei' };
      const { shown, sent } = await compare(draft({ stage, extra: 'Sorry  again.', eta, gate }));
      expect(sent).toEqual(shown);
      expect(new Set(shown).size).toBeGreaterThan(1);
    },
  );

  test('with an admin’s macro, and with one that does not work', async () => {
    for (const macro of ['<p>{{ brand.name }}: {{ incident.symptoms }}, {{ agent.name }}</p>', '{% if %}']) {
      const { compare, draft, world } = await open();
      addAllclearMacro(world, 'Identified', macro);
      const { shown, sent } = await compare(draft());
      expect(sent).toEqual(shown);
    }
  });

  test('with a pointer for the second report of a person', async () => {
    const { compare, draft, world, reports } = await open({ reports: 4, app: { same_person: 'pointer' } });
    const ticket = world.ticket(reports[3]!.id);
    ticket.values = { ...ticket.values, requesterId: world.ticket(reports[0]!.id).requesterId };
    const { shown, sent } = await compare(draft());
    expect(sent).toEqual(shown);
    expect(shown[3]).toContain(`request #${reports[0]!.id}`);
  });

  test('with the apology for who took the incident for over', async () => {
    const { compare, draft } = await open({ stage: 'resolved', told: 1 });
    const { shown, sent } = await compare(draft({ reopens: true }));
    expect(sent).toEqual(shown);
  });
});

describe('a preview', () => {
  test('asks Zendesk once for what it needs, however much is typed', async () => {
    const { preview, known, draft, run, reports, world } = await open();
    let requests = 0;
    const count = () => {
      requests += 1;
      return false;
    };
    world.faults.script(count, { kind: 'slow', ms: 0 });
    for (const text of ['D', 'Do', 'Don'])
      await run(preview(known, draft({ symptoms: text }), reports[0]!.id));
    expect(requests).toBeLessThanOrEqual(3); // the agent, the macros, the report
  });

  test('shows a draft that is far from finished', async () => {
    const { preview, known, run, reports } = await open();
    const unfinished: UpdateDraft = { stage: 'identified', symptoms: '', next: 'half past' };
    const { reply } = await run(preview(known, unfinished, reports[0]!.id));
    expect(reply.html).toContain('Issue Identified');
    expect(reply.html).not.toContain('Next update');
  });

  test('of a report that is gone says so', async () => {
    const { preview, known, draft, run } = await open();
    await expect(run(preview(known, draft(), 999_999))).rejects.toMatchObject({ trouble: 'missing' });
  });

  test.each(['users/me', 'show_many'])('that fails at %s asks again the next time', async (url) => {
    const { preview, known, draft, run, reports, world } = await open();
    const { id } = reports[0]!;
    world.faults.script({ url }, { kind: 'server-error', status: 503, applied: false });
    await expect(run(preview(known, draft(), id))).rejects.toMatchObject({ trouble: 'down' });
    expect((await run(preview(known, draft(), id))).reply.html).toContain('Donors press Give');
  });
});
