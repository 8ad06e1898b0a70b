import { seeTicket } from './actions/seeTicket.ts';
import { createBrowser, newKey } from './adapters/browser.ts';
import { replyTexts } from './adapters/texts.ts';
import type { ZafAnswer, ZafClient } from './adapters/zaf/client.ts';
import { createDrafts } from './adapters/zaf/drafts.ts';
import { findFields, REQUIREMENT_PATHS } from './adapters/zaf/fields.ts';
import { createForm } from './adapters/zaf/form.ts';
import { createZendesk } from './adapters/zendesk/zendesk.ts';
import type { JiraSettings } from './domain/jiraSettings.ts';
import type { Brand } from './domain/reply.ts';
import { chooseLanguage } from './domain/replyTexts.ts';
import { readSettings, type Settings } from './domain/settings.ts';
import type { BroadcastPorts } from './ports/batches.ts';
import { type Browser, type Clock, type Modals, type Ports, ServiceError } from './ports.ts';

// Zendesk's SDK, which the page loads before this.
declare global {
  interface Window {
    ZAFClient?: { init(): ZafClient | false };
  }
}

export { loadFirstPhrases, loadPhrases } from './adapters/texts.ts';

/**
 * Builds the services this account has, and sends the first requests at once: they are under way before a view has
 * loaded.
 */
export function connect(
  client: ZafClient,
  clock: Clock = systemClock,
  storage = tabStorage,
  browser: Browser = createBrowser(),
) {
  const basics = client.get(['ticket.id', 'currentUser.locale', ROLE, ...REQUIREMENT_PATHS]);
  const desk = connectDesk(client, clock, basics, () => form.brand(), storage);
  const { tickets, fieldIds, broadcasting } = desk;
  const ticketId = client.context().then(async (context) => context.ticketId ?? ticketOf(await basics));
  const firstLook = ticketId.then((id) => seeTicket({ tickets, clock }, id));
  firstLook.catch(() => {}); // told by the view, once it is there
  const form = createForm(client, fieldIds);
  const drafts = createDrafts(storage);
  const loadModals = remember(async () =>
    (await import('./adapters/zaf/modals.ts')).createModals(client, storage),
  );
  const modals: Modals = {
    open: async (task) => (await loadModals()).open({ ...task, brand: await form.brand().catch(nameless) }),
  };
  return {
    ...desk,
    clock,
    ticketId,
    firstLook,
    ports: desk.settings.then(
      (settings): Ports => ({
        tickets,
        form,
        drafts,
        browser,
        replyTexts,
        settings,
        clock,
        modals,
        isAdmin: async () => (await basics)[ROLE] === 'admin',
        broadcasting,
        issues: desk.issuesIn(settings),
      }),
    ),
    resize: (height: number) =>
      void client.invoke('resize', { width: '100%', height: `${height}px` }).catch(() => {}),
  };
}

/** What every view of ours needs, in the sidebar and in a modal; `basics` holds the agent's locale and the requirements. */
export function connectDesk(
  client: ZafClient,
  clock: Clock,
  basics: Promise<ZafAnswer>,
  brandAtHand: () => Promise<Brand>,
  storage = tabStorage,
) {
  const settings = client.metadata().then((metadata) => readSettings(metadata?.settings ?? {}));
  const fieldIds = remember(async () => findFields(client, clock, await basics, (await settings).fieldIds));
  const zendesk = createZendesk(client, clock, fieldIds);
  const tickets = {
    ...zendesk,
    me: remember(zendesk.me),
    macros: remember(zendesk.macros, clock, MACROS_LIVE_MS),
  };
  const account = () => client.context().then((context) => context.account?.subdomain || nowhere());
  const openJira = remember(async (jira: JiraSettings) => {
    const { createJira } = await import('./adapters/jira/jira.ts');
    return createJira(client, clock, jira, account);
  });
  const issuesIn = ({ jira }: Settings) => jira && (() => openJira(jira));
  const officialLinks = remember(async () =>
    (await import('./adapters/zendesk/officialLinks.ts')).createOfficialLinks(client, clock, storage),
  );
  const grouping = remember(async () => (await import('./adapters/groupFinder.ts')).createGroupFinder(clock));
  const broadcasting = remember(async (): Promise<BroadcastPorts> => {
    const [{ createBatches }, { createProblems }, { connectChannels }] = await Promise.all([
      import('./adapters/zendesk/batches.ts'),
      import('./adapters/zendesk/problems.ts'),
      import('./adapters/channels.ts'),
    ]);
    const batches = createBatches(client, clock, fieldIds);
    const problems = createProblems(client, clock, fieldIds);
    const brand = await brandAtHand().catch(nameless);
    const known = await settings;
    return {
      tickets,
      batches,
      problems,
      grouping,
      newKey,
      replyTexts,
      settings: known,
      clock,
      brand,
      account: await account(),
      issues: issuesIn(known),
      officialLinks,
      ...connectChannels(client, clock, known),
    };
  });
  return {
    settings,
    fieldIds,
    tickets,
    broadcasting,
    issuesIn,
    language: basics.then((seen) => languageOf(seen['currentUser.locale'])),
    onColorScheme: (act: (scheme: string) => void) =>
      client.on('colorScheme.changed', (scheme) => act(String(scheme))),
    onDestroy: (act: () => void) => client.on('app.willDestroy', () => act()),
  };
}

// Links are known by their account: without it, ours would pass for somebody else's.
function nowhere(): never {
  throw new ServiceError('Zendesk', 'unreadable', { detail: 'account.subdomain' });
}

export const ROLE = 'currentUser.role';

// A reply without the company's name is better than none.
const nameless = (): Brand => ({});

// An admin who mends a macro sees it at work within minutes.
const MACROS_LIVE_MS = 5 * 60_000;

export const systemClock: Clock = {
  now: () => new Date(),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** The language of the interface for a locale such as `es-419`: the nearest that there is, else English. */
export function languageOf(locale: unknown): string {
  return chooseLanguage(replyTexts.languages, typeof locale === 'string' ? locale : 'en', 'en').language;
}

function ticketOf(seen: ZafAnswer): number {
  return Number(seen['ticket.id']);
}

/** Throws at the mere mention in a browser that keeps third parties from storing, and takes a moment in others. */
export const tabStorage = () => sessionStorage;

/** One answer for all who ask while it is fresh; a failure is forgotten, so that the next one asks again. */
function remember<Args extends unknown[], T>(
  ask: (...args: Args) => Promise<T>,
  clock?: Clock,
  freshMs = Number.POSITIVE_INFINITY,
): (...args: Args) => Promise<T> {
  let known: { answer: Promise<T>; at: number } | undefined;
  return (...args) => {
    const at = clock?.now().getTime() ?? 0;
    if (known && at - known.at < freshMs) return known.answer;
    const answer = ask(...args);
    known = { answer, at };
    answer.catch(() => {
      if (known?.answer === answer) known = undefined;
    });
    return answer;
  };
}
