import { act, cleanup } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import '../../src/actions/alignLink.ts';
import '../../src/actions/linkOfficially.ts';
import '../../src/adapters/jira/jira.ts';
import '../../src/adapters/zendesk/officialLinks.ts';
import '../../src/views/sidebar/CardDrift.tsx';
import '../../src/views/sidebar/DriftNote.tsx';
import { APP_SETTINGS } from '../workspace/appSettings.ts';
import { createRecorder } from '../workspace/record.ts';
import type { SmallOutageOptions } from '../workspace/world/seed/build.ts';
import type { World } from '../workspace/world/world.ts';
import { buttons } from './render.tsx';
import { type Shown, showSidebar } from './showSidebar.tsx';

const MINUTE = 60_000;
const AT_WORK = { status: 'In Progress', assignee: 'Sam Osei' };
const FIXED = { status: 'Done', resolution: 'Done', assignee: 'Sam Osei' };
const TOLD: SmallOutageOptions = { update: 2, told: 2, stage: 'identified' };

/** The sidebar where Jira is set up and the incident has an issue; `spoil` does something to the world before it opens. */
async function show(
  issue: NonNullable<SmallOutageOptions['issue']>,
  { outage = {}, given, ...different }: Shown = {},
  spoil: (world: World) => void = () => {},
) {
  const traffic = createRecorder();
  const shown = await showSidebar({
    settings: APP_SETTINGS,
    outage: { ...TOLD, ...outage, issue },
    given(world, seed) {
      world.traffic = traffic;
      spoil(world);
      return given?.(world, seed);
    },
    ...different,
  });
  const find = (id: string) => shown.view.container.querySelector(`[data-test-id="${id}"]`);
  return {
    ...shown,
    find,
    line: (id: string) => find(id)?.textContent ?? '',
    exchanges: () => traffic.exchanges,
    asked: () => traffic.exchanges.filter(({ service }) => service === 'jira').length,
  };
}
const jiraIsDown = (world: World) =>
  world.faults.script({ url: /\/issue\// }, { kind: 'lost', applied: false }, Number.POSITIVE_INFINITY);

describe('the issue on a ticket', () => {
  test('says where Engineering stands, with whom, and since when', async () => {
    const { see, line, view } = await show(AT_WORK);
    await see('PAY-123 · In Progress');
    expect(line('jira-last')).toMatch(/^Sam Osei · \d+ min ago$/);
    expect(view.container.querySelector('a')?.href).toBe('https://harborgifts.atlassian.net/browse/PAY-123');
    expect(line('jira-trouble')).toBe('');
  });

  test('shows its resolution where the status does not say how it ended', async () => {
    const { see } = await show({ status: 'Done', resolution: 'Duplicate' });
    await see('PAY-123 · Done (Duplicate)');
    await see('nobody assigned');
  });

  test('goes by its new key once it has moved', async () => {
    const { see } = await show(AT_WORK, {}, (world) => world.jira.move('PAY-123', 'OPS'));
    await see('OPS-31 · In Arbeit');
    await see('PAY-123 has moved: it is OPS-31 now.');
  });

  test.each<[string, (world: World) => void, string]>([
    ['gone', (world) => world.jira.remove('PAY-123'), 'Jira shows no such issue: it was deleted'],
    [
      'behind an expired token',
      (world) => Object.assign(world.jira.account, { expired: true }),
      'has expired',
    ],
    ['in a Jira that does not answer', jiraIsDown, 'no answer from Jira'],
  ])('that is %s leaves its key, and the reason', async (_, spoil, why) => {
    const { see, text } = await show(AT_WORK, {}, spoil);
    await see(why);
    expect(text()).toContain('PAY-123');
    expect(text()).not.toContain('In Progress');
  });

  test('that can’t be read any more shows how it stood, and how old that is', async () => {
    const { see, world, time, text, tom, ticketId } = await show(AT_WORK);
    await see('In Progress');
    jiraIsDown(world);
    await act(() => time.advance(3 * MINUTE));
    await act(async () => world.agentWrites(ticketId, tom.id, 'Same here.', { public: false }));
    await see('Jira can’t be read: no answer from Jira');
    await see('Jira was asked 3 min ago.');
    expect(text()).toContain('PAY-123 · In Progress');
  });

  test('is a key with a link where Jira is not set up, and nobody is asked', async () => {
    const { see, asked, time, line, find } = await show(FIXED, {
      settings: { jira_site: 'acme.atlassian.net' },
    });
    await see('PAY-123');
    await act(() => time.advance(5 * MINUTE));
    expect(asked()).toBe(0);
    expect(line('jira')).not.toContain('Done');
    expect(find('drift-closed')).toBeNull();
  });
});

const modals = ({ session }: Awaited<ReturnType<typeof show>>) =>
  [...session.instances.open.values()].filter(({ location }) => location === 'modal');

describe('Engineering and customers have heard different things', () => {
  test('Engineering is done and customers do not know: says so, and leads to resolving', async () => {
    const shown = await show(FIXED);
    const { see, press, until, incident } = shown;
    await see(/Engineering closed PAY-123 \d+ min ago/);
    await see('Customers still hear “Identified”. Resolved may be said now.');
    await press('Resolve…');
    await until(() =>
      expect(modals(shown)[0]?.url).toContain(`show=post&incident=${incident.id}&stage=resolved`),
    );
  });

  test('who may not post reads it without the button', async () => {
    const { see } = await show(FIXED, { by: 'ines' });
    await see(/Engineering closed PAY-123/);
    await see('Your role may write internal notes only');
    expect(buttons('Resolve…')).toEqual([]);
  });

  test('closed as a duplicate is not fixed: ask', async () => {
    const { see, find } = await show({ status: 'Done', resolution: 'Duplicate' });
    await see(/PAY-123 was closed as “Duplicate” \d+ min ago/);
    await see('Ask Engineering before you say so.');
    expect(find('note-success')).toBeNull();
  });

  test('closed without a resolution asks, too', async () => {
    const { see } = await show({ status: 'Done' });
    await see('PAY-123 was closed without a resolution');
  });

  test('reopened after customers were told that all is well: warns, and leads to taking it back', async () => {
    const shown = await show(
      { ...AT_WORK, since: Date.now() },
      { outage: { ...TOLD, stage: 'resolved' } },
      (world) => world.jira.edit('PAY-123', {}),
    );
    await shown.see('PAY-123 is not closed: “In Progress”');
    await shown.see('Customers were told that it is resolved.');
    const [reopen] = [...document.querySelectorAll<HTMLButtonElement>('[data-test-id="drift-act"]')];
    expect(reopen?.textContent).toBe('Reopen…');
    await act(async () => reopen?.click());
    await shown.until(() => expect(modals(shown)[0]?.url).toContain('stage=investigating'));
  });

  test('shows in the list of incidents, too, and asks Jira about the first ones alone', async () => {
    const { see, asked, find, incident } = await show(FIXED, {
      given(world, { customers }) {
        const loose = { subject: 'Donation error 502', text: 'Error 502.', requesterId: customers[0]!.id };
        return world.addTicket(loose).id;
      },
    });
    await see(/Engineering closed PAY-123 \d+ min ago. Customers still hear “Identified”/);
    expect(asked()).toBe(1);
    expect(find(`incident-${incident.id}`)?.textContent).toContain('PAY-123');
    expect(buttons('Resolve…')).toEqual([]);
  });
});

test.each([
  [true, 201, 'links it in the official integration too'],
  [false, 403, 'says nothing where the official integration lets nobody add links'],
])('attaching a ticket with "Manage links" %s (%i) %s', async (manageJiraLinks, status) => {
  const { world, ticketId, press, until, exchanges, session } = await show(AT_WORK, {
    given(made, { customers }) {
      made.settings.manageJiraLinks = manageJiraLinks;
      return made.addTicket({ subject: 'Error 502', text: 'It fails.', requesterId: customers[0]!.id }).id;
    },
  });
  await press('Attach this ticket');
  const isIt = ({ request }: { request: { url: string } }) => request.url.endsWith('/services/jira/links');
  await until(() => expect(exchanges().filter(isIt)).toMatchObject([{ response: { status } }]));
  const official = [...world.jiraLinks.values()].map((link) => link.ticketId);
  expect(official).toEqual(manageJiraLinks ? [ticketId] : []);
  expect(world.jira.issue('10123').links).toHaveLength(1);
  expect(session.toasts).toEqual([]);
  expect(document.querySelector('[role="alert"]')).toBeNull();
});

test.each(['es', 'ar'])('reads well in %s', async (language) => {
  for (const issue of [FIXED, AT_WORK, { status: 'Done', resolution: 'Duplicate' }]) {
    const { see, text, find } = await show(issue, { language });
    await see('PAY-123');
    await see(issue.status);
    expect(find('jira')).not.toBeNull();
    expect(text()).not.toMatch(/\{\w+\}|gate\./);
    cleanup();
  }
});
