import { describe, expect, test } from 'vitest';
import { alignLink, type Occasion } from '../../src/actions/alignLink.ts';
import { readLinkFact } from '../../src/domain/linkFact.ts';
import { FAULTS, failCall, whenAsked } from './faultsAtEveryCall.ts';
import { openLinks } from './openLinks.ts';

async function openLinked() {
  const opened = openLinks();
  const { at, incident, run, theIssue, mara, world } = opened;
  await opened.sync();
  opened.writes();
  const late = world.addTicket({
    subject: 'Me too',
    text: 'It fails.',
    requesterId: opened.customers[0]!.id,
  });
  return {
    ...opened,
    late: late.id,
    attach: (id: number) => opened.change(id, { type: 'incident', problemId: incident.id }),
    solve: (id: number) => opened.change(id, { status: 'solved', assigneeId: mara.id }),
    align: (id: number, occasion: Occasion = 'attached', who: 'mara' | 'tom' = 'mara') =>
      run(alignLink(at(who), incident.id, id, occasion)),
    fact: () => readLinkFact(theIssue().properties.get(`allclear.links.${incident.id}`), incident.id),
  };
}

describe('one ticket’s link', () => {
  test('comes with the ticket, in one write and one for the count', async () => {
    const { align, attach, late, linked, writes, fact, incident } = await openLinked();
    attach(late);
    expect(await align(late)).toBe('linked');
    expect(linked()).toContain(String(late));
    expect(writes()).toEqual(['POST remotelink', `PUT properties/allclear.links.${incident.id}`]);
    expect(fact()).toMatchObject({ count: 3, more: [late] });
  });

  test('goes when the ticket is detached', async () => {
    const { align, detach, reports, linked, fact } = await openLinked();
    const id = reports[0]!.id;
    detach(id);
    expect(await align(id, 'detached')).toBe('unlinked');
    expect(linked()).not.toContain(String(id));
    expect(fact()).toMatchObject({ fewer: [id] });
  });

  test('is struck through when the ticket is solved, and the count stays', async () => {
    const { align, solve, reports, linked, fact } = await openLinked();
    solve(reports[0]!.id);
    await align(reports[0]!.id, 'changed');
    expect(linked()).toContain(`~${reports[0]!.id}`);
    expect(fact()).toMatchObject({ more: [], fewer: [] });
  });

  test('is gone in the end when somebody detaches the ticket at the same moment', async () => {
    const { align, attach, detach, late, linked, world } = await openLinked();
    attach(late);
    whenAsked(world, { method: 'POST', url: 'remotelink' }, () => detach(late));
    expect(await align(late)).toBe('unlinked');
    expect(linked()).not.toContain(String(late));
  });

  test('two people attach two tickets at once, and both have theirs', async () => {
    const { attach, late, linked, world, run, at, incident, customers } = await openLinked();
    const other = world.addTicket({ subject: 'x', text: 'y', requesterId: customers[1]!.id }).id;
    attach(late);
    attach(other);
    await run(
      Promise.all([
        alignLink(at('mara'), incident.id, late, 'attached'),
        alignLink(at('tom'), incident.id, other, 'attached'),
      ]),
    );
    expect(linked()).toEqual(expect.arrayContaining([String(late), String(other)]));
  });

  test('a ticket that nobody may see is left alone', async () => {
    const { align, writes } = await openLinked();
    expect(await align(999_999)).toBe('not visible');
    expect(writes()).toEqual([]);
  });

  test.each(FAULTS)(
    '%s at any call leaves nothing that the next try does not set right',
    async (_, fault) => {
      for (let index = 0; index < 5; index++) {
        const { align, attach, late, linked, world } = await openLinked();
        attach(late);
        failCall(world, index, fault);
        await align(late).catch(() => {});
        expect(await align(late, 'attached', 'tom')).toBe('linked');
        expect(linked().filter((ticket) => ticket === String(late))).toHaveLength(1);
      }
    },
  );
});
