import { describe, expect, test } from 'vitest';
import type { IssueTracker } from '../../../src/ports/issues.ts';
import { ServiceError } from '../../../src/ports.ts';
import { explainDone } from '../../../src/views/explain.ts';
import { createWords } from '../../../src/views/phrases.tsx';
import en from '../../../translations/en.json' with { type: 'json' };
import type { Fault } from '../../workspace/world/faults.ts';
import { keepTraffic } from '../keepTraffic.ts';
import { fileByHand, openTracker, type TrackerUnderTest, type WantedTracker } from './openTracker.ts';

const traffic = keepTraffic('adapters-jira-troubles');
const open = (wanted: WantedTracker = {}) => openTracker({ traffic, ...wanted });
const english = createWords('en', en.phrases);

async function failureOf(act: Promise<unknown>): Promise<ServiceError> {
  const error = await act.catch((each: unknown) => each);
  if (error instanceof ServiceError && error.service === 'Jira') return error;
  throw new Error(`No failure of Jira: ${error}`);
}
const said = async (act: Promise<unknown>) => explainDone(await failureOf(act), english);

const link = (ticket: number) => ({
  id: `system=https://harborgifts.zendesk.com&ticket=${ticket}`,
  url: `https://harborgifts.zendesk.com/agent/tickets/${ticket}`,
  title: `#${ticket}`,
  isResolved: false,
  relationship: 'customer ticket',
});
const filing = ({ mark }: TrackerUnderTest, more: Partial<Parameters<IssueTracker['create']>[0]> = {}) => ({
  kind: '10001',
  summary: 'Down',
  text: [[{ text: 'Down' }]],
  mark,
  values: {},
  ...more,
});

/** A tracker whose next request fares like this. */
function faring(fault: Fault, wanted: WantedTracker = {}) {
  const opened = open(wanted);
  opened.world.faults.script({ url: /atlassian/ }, fault);
  return opened;
}

describe('what people hear', () => {
  test('an expired token: who can mend it', async () => {
    const opened = open();
    opened.jira.account.expired = true;
    const text = await said(opened.tracker.create(filing(opened)));
    expect(text).toBe(
      'Jira does not accept Allclear’s token: it has expired or was revoked. Nothing was changed in Jira. Ask a Zendesk admin to enter a new one in Allclear’s settings.',
    );
  });

  test('a bad token that a site takes for a stranger is not taken for a missing issue', async () => {
    const opened = open({ way: 'site', jira: { badCredentials: 'anonymous' } });
    const { id } = fileByHand(opened);
    opened.jira.account.expired = true;
    expect(await failureOf(opened.tracker.read(id))).toMatchObject({ trouble: 'signed out' });
    const { tracker } = opened;
    const asking = [
      () => tracker.rights(),
      () => tracker.demands(),
      () => tracker.search('error'),
      () => tracker.create(filing(opened)),
    ];
    for (const ask of asking) expect(await failureOf(ask())).toMatchObject({ trouble: 'signed out' });
  });

  test('a scope that the token lacks: its rights, not a new sign-in', async () => {
    const opened = open();
    const { id } = fileByHand(opened);
    opened.jira.account.scopes.delete('write:jira-work');
    const text = await said(opened.tracker.putLink(id, link(1)));
    expect(text).toContain('check the rights of the Jira account');
    expect(text).toContain('Jira says: Unauthorized; scope does not match.');
    opened.jira.account.scopes.delete('read:jira-user');
    expect(await opened.tracker.rights()).toMatchObject({ account: 'incidents@harborgifts.example' });
  });

  test('a permission that the account lacks', async () => {
    const opened = open();
    const { id } = fileByHand(opened);
    opened.jira.account.permissions.delete('LINK_ISSUES');
    const text = await said(opened.tracker.putLink(id, link(1)));
    expect(text).toContain('Jira does not let Allclear do this. Nothing was changed in Jira.');
    expect(text).toContain('Jira says: No Link Issue Permission');
  });

  test('an issue that was deleted', async () => {
    const opened = open();
    const { id } = fileByHand(opened);
    opened.jira.remove(id);
    expect(await said(opened.tracker.setFact(id, 'impact', { of: 1 }))).toBe(
      'Jira shows no such issue: it was deleted, or the Jira account in Allclear’s settings may not see it. Nothing was changed in Jira.',
    );
  });

  test('a field that is demanded and was left out, and all that is wrong at once', async () => {
    const opened = open();
    expect(await said(opened.tracker.create(filing(opened, { kind: '10002' })))).toBe(
      'Jira says: Severity is required. Nothing was changed in Jira.',
    );
    const text = await said(opened.tracker.create(filing(opened, { kind: '10002', summary: ' \n' })));
    expect(text).toContain('You must specify a summary of the issue. ');
    expect(text).toContain('Severity is required.');
    expect(opened.jira.issues.size).toBe(0);
  });

  test('an issue that takes no more links', async () => {
    // Not recorded: that making one more is answered so is on no page.
    const opened = openTracker({ jira: { mostRemoteLinks: 1 } });
    const { id } = fileByHand(opened);
    await opened.tracker.putLink(id, link(1));
    const failure = await failureOf(opened.tracker.putLink(id, link(2)));
    expect(failure).toMatchObject({ trouble: 'full' });
    expect(explainDone(failure, english)).toContain('no room left');
    await opened.tracker.putLink(id, link(1));
  });

  test('a site that the package does not name', async () => {
    const opened = openTracker({ way: 'site' });
    const elsewhere = openTracker({ settings: { jira_cloud_id: '', jira_site: 'other.atlassian.net' } });
    expect(await failureOf(elsewhere.tracker.rights())).toMatchObject({
      trouble: 'refused',
      detail: 'Proxy error: Invalid request',
    });
    await expect(opened.tracker.rights()).resolves.toMatchObject({ lacks: [] });
  });
});

describe('what the app needs to know', () => {
  test('one issue written too often: when to come back', async () => {
    const opened = open();
    const { id } = fileByHand(opened);
    for (let ticket = 1; ticket <= 100; ticket++) await opened.tracker.putLink(id, link(ticket));
    const failure = await failureOf(opened.tracker.putLink(id, link(101)));
    expect(failure).toMatchObject({ trouble: 'too many', retryAfter: expect.any(Number), isRead: false });
    expect(explainDone(failure, english)).toContain('Jira asks to wait');
  });

  test('a lost answer: whether the issue was filed is not known, and it may be', async () => {
    for (const applied of [true, false]) {
      const opened = faring({ kind: 'lost', applied });
      const failure = await failureOf(opened.tracker.create(filing(opened)));
      expect(failure).toMatchObject({ trouble: 'unreachable', isRead: false });
      expect(explainDone(failure, english)).toContain('Whether it was done is not known');
      expect(opened.jira.issues.size).toBe(applied ? 1 : 0);
    }
  });

  test('a search that failed has changed nothing, though it is a POST', async () => {
    const { tracker } = faring({ kind: 'server-error', status: 503, applied: false, retryAfter: 7 });
    const failure = await failureOf(tracker.search('donation'));
    expect(failure).toMatchObject({ trouble: 'down', isRead: true, retryAfter: 7 });
    expect(explainDone(failure, english)).toBe(
      'Nothing was changed: Jira has trouble. Try again in a moment.',
    );
  });

  test.each([
    [{ errorMessages: ['The index is being rebuilt'] }, 'The index is being rebuilt.'],
    [{ errors: { summary: 'Summary is required' } }, 'Summary is required.'],
  ])('a refusal with a status of success is a refusal: %j', async (body, detail) => {
    const opened = openTracker();
    opened.world.faults.script({ method: 'POST' }, { kind: 'answer', status: 200, body });
    const failure = await failureOf(opened.tracker.create(filing(opened)));
    expect(failure).toMatchObject({ trouble: 'refused', detail });
  });

  test.each([
    ['a page to sign in', '<html>Log in</html>'],
    ['nothing', undefined],
    ['another thing', { id: 5 }],
    ['a list', []],
  ])('%s where an issue should be is unreadable, not a crash', async (_, body) => {
    const opened = openTracker();
    opened.world.faults.script({ url: /atlassian/ }, { kind: 'answer', status: 200, body });
    expect(await failureOf(opened.tracker.read('PAY-1'))).toMatchObject({
      trouble: 'unreadable',
      detail: expect.stringContaining('issue'),
    });
  });

  test('a Jira whose page of trouble is HTML is down', async () => {
    const { tracker } = faring({ kind: 'server-error', status: 502, applied: false });
    expect(await failureOf(tracker.read('PAY-1'))).toMatchObject({ trouble: 'down' });
  });
});
