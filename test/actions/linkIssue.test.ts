import { describe, expect, test } from 'vitest';
import { type LinkedIssue, linkIssue } from '../../src/actions/linkIssue.ts';
import { unlinkIssue } from '../../src/actions/unlinkIssue.ts';
import { FAULTS, failCall, whenAsked } from './faultsAtEveryCall.ts';
import { openLinks } from './openLinks.ts';

const OWN = { id: '9871', key: 'PAY-97' };

/** A ticket that hangs on nothing, and an issue that Engineering has filed long ago. */
function openLoose() {
  const opened = openLinks();
  const { world, at, run, customers, mara } = opened;
  for (const issue of [OWN, { id: '9872', key: 'PAY-98' }])
    world.jira.addIssue({ ...issue, summary: 'Apple Pay' });
  const ticket = world.addTicket({
    subject: 'Apple Pay',
    text: 'It is gone.',
    requesterId: customers[0]!.id,
  }).id;
  const withIssues = async <T>(who: 'mara' | 'tom', act: (ports: ReturnType<typeof at>) => Promise<T>) =>
    run(act(at(who)));
  return {
    ...opened,
    ticket,
    link: (issue = OWN, who: 'mara' | 'tom' = 'mara'): Promise<LinkedIssue> =>
      withIssues(who, async (ports) => linkIssue(ports, await ports.issues!(), ticket, issue)),
    unlink: (key = OWN.key) =>
      withIssues('mara', async (ports) => unlinkIssue(ports, await ports.issues!(), ticket, key)),
    attach: () => opened.change(ticket, { type: 'incident', problemId: opened.incident.id }),
    close: () => opened.change(ticket, { status: 'closed', assigneeId: mara.id }),
    key: () => world.valueOf(ticket, 'allclear_jira') ?? undefined,
    links: (id = OWN.id) => world.jira.issue(id).links.map(({ object }) => object),
  };
}

describe('a ticket linked to an issue by itself', () => {
  test('is on the issue without a word of the customer’s, and has its key', async () => {
    const { link, links, key, ticket } = openLoose();
    expect(await link()).toEqual({ do: 'linked' });
    expect(links()).toMatchObject([
      { url: `https://harborgifts.zendesk.com/agent/tickets/${ticket}`, title: `Ticket #${ticket} (email)` },
    ]);
    expect(key()).toBe(OWN.key);
  });

  test('is neither any more once it is unlinked, and links of others stay', async () => {
    const { link, unlink, links, key, world } = openLoose();
    world.jira.issue(OWN.id).links.push({
      id: 1,
      globalId: null,
      application: {},
      relationship: null,
      object: { url: 'https://x.example', title: 'A page', summary: null, icon: null, status: null },
    });
    await link();
    expect(await unlink()).toEqual({ do: 'unlinked' });
    expect(links().map(({ title }) => title)).toEqual(['A page']);
    expect(key()).toBeUndefined();
  });

  test('can be unlinked from an issue that was deleted', async () => {
    const { link, unlink, key, world } = openLoose();
    await link();
    world.jira.remove(OWN.key);
    expect(await unlink()).toEqual({ do: 'unlinked' });
    expect(key()).toBeUndefined();
  });

  test('keeps the issue of the colleague who was faster', async () => {
    const { link, links, key, world, setField, ticket } = openLoose();
    whenAsked(world, { method: 'PUT', url: `tickets/${ticket}` }, () => {
      setField(ticket, 'allclear_jira', 'PAY-98');
      world.ticket(ticket).updatedAt += 1_000;
    });
    expect(await link()).toEqual({ do: 'refuse', because: 'linked' });
    expect(key()).toBe('PAY-98');
    expect(links()).toEqual([]);
  });

  test('is left to its incident when it was attached meanwhile', async () => {
    const { link, unlink, attach, links, writes } = openLoose();
    attach();
    expect(await link()).toEqual({ do: 'refuse', because: 'attached' });
    expect(await unlink()).toEqual({ do: 'refuse', because: 'attached' });
    expect(links()).toEqual([]);
    expect(writes()).toEqual([]);
  });

  test('leaves the links of an incident with the same issue alone, as that leaves this one', async () => {
    const { link, sync, linked, ticket, reports, world, links } = openLoose();
    const { id } = world.jira.issue('PAY-123');
    await link({ id, key: 'PAY-123' });
    await sync();
    expect(linked()).toEqual(
      expect.arrayContaining([String(ticket), ...reports.map((each) => String(each.id))]),
    );
    expect(links(id)).toHaveLength(reports.length + 2);
  });

  test.each(FAULTS)(
    '%s at any call leaves nothing that another press does not set right',
    async (_, fault) => {
      for (let index = 0; index < 4; index++) {
        const { link, links, key, world, unlink } = openLoose();
        failCall(world, index, fault);
        const done = await link().catch(() => undefined);
        // What the ticket does not say has been done has been taken back, or is not known.
        if (done?.do === 'linked') expect([links().length, key()]).toEqual([1, OWN.key]);
        expect(await link()).toEqual({ do: 'linked' });
        expect([links().length, key()]).toEqual([1, OWN.key]);
        failCall(world, index, fault);
        await unlink().catch(() => undefined);
        expect(await unlink()).toEqual({ do: 'unlinked' });
        expect([links().length, key()]).toEqual([0, undefined]);
      }
    },
  );
});
