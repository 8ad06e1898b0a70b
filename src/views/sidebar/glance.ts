import { isLate } from '../../domain/incident.ts';
import type { Standing } from '../../domain/standing.ts';
import { dressPage, startsDark } from '../dressPage.ts';
import { createWords, type Words } from '../words.ts';
import type { Opened, Phrases } from './start.tsx';
import { headWords, promiseWords } from './statusWords.ts';

// Reading React holds up what arrives meanwhile. So it begins once the requests have left, and a moment later: an answer that comes
// sooner is shown first, and one that takes as long as Zendesk usually needs finds React read.
const SOON_MS = 100;

/**
 * Draws where the incident stands without React, as soon as Zendesk has answered; resolves when it is time to read React.
 * What is drawn here the views draw again in its place a moment later. Its style stands in index.html. `guess` is the
 * language that the agent probably reads.
 */
export async function glance(
  root: HTMLElement,
  opened: Pick<Opened, 'ticketId' | 'firstLook' | 'language' | 'clock' | 'resize'>,
  loadFirstPhrases: Phrases['loadFirstPhrases'],
  guess: string,
): Promise<void> {
  const { ticketId, clock } = opened;
  learnTimes(guess, clock.now());
  const drawn = draw(root, opened, loadFirstPhrases).catch(() => {}); // the view tells of it
  const haveLeft = ticketId.then(() => clock.pause(SOON_MS));
  await Promise.race([drawn, haveLeft]).catch(() => {});
}

async function draw(
  root: HTMLElement,
  { firstLook, language, clock, resize }: Parameters<typeof glance>[1],
  loadFirstPhrases: Phrases['loadFirstPhrases'],
): Promise<void> {
  const phrases = language.then(loadFirstPhrases);
  const { standing, asOf } = await firstLook;
  const words = createWords(await language, await phrases, false);
  const status = statusOf(standing, words, asOf);
  if (!status || root.firstChild) return;
  const isDark = startsDark();
  dressPage(words, isDark);
  status.classList.toggle('dark', isDark);
  root.append(status);
  // What the iframe has room for is painted first; to make room takes Zendesk a moment. A page that nobody sees is never painted.
  await Promise.race([painted(), clock.pause(UNSEEN_MS)]);
  resize(root.scrollHeight);
}

const UNSEEN_MS = 100;

const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

// What a browser knows of a language's times is slow to load the first time; Zendesk has not answered yet.
function learnTimes(language: string, now: Date): void {
  const { clockTime, span } = createWords(language, undefined);
  clockTime(now.toISOString(), now);
  span(60_000);
}

/** `undefined` where something else is said before this, or about no incident. */
function statusOf(standing: Standing, words: Words, now: Date): HTMLElement | undefined {
  if (standing.kind !== 'report' && standing.kind !== 'incident') return undefined;
  const { incident, kind } = standing;
  const { stage, title, symptoms, isOver } = incident;
  if (incident.recordTrouble || incident.isDrill || incident.mergedInto || isLate(incident, now))
    return undefined;
  const { t } = words;
  const { started, age, expected } = headWords(incident, now, words);
  const promise = promiseWords(incident, now, words);
  const status = h(
    'div',
    'glance',
    h(
      'section',
      '',
      h(
        'div',
        'row',
        h('span', `badge ${stage}`, h('i', ''), t(`stage.${stage}`)),
        h('p', 'small', h('span', 'fact', started), ' ', h('span', 'fact', age)),
      ),
      h('h1', 'own', title),
      isOver && small(t('status.over')),
      kind === 'incident' && small(t('status.ownTicket')),
      symptoms ? h('blockquote', 'own', symptoms) : small(t('status.noSymptoms')),
      expected && small(expected),
    ),
    !isOver &&
      h(
        'section',
        '',
        h('div', 'row', h('h2', '', promise.heading), small(promise.update)),
        promise.until
          ? h('div', 'row', h('p', 'big', promise.until), promise.byWhom && small(promise.byWhom))
          : promise.byWhom && small(promise.byWhom),
        promise.hint && small(promise.hint),
      ),
  );
  status.dataset.testId = 'glance';
  // Each in the direction of whoever wrote it.
  for (const each of status.querySelectorAll<HTMLElement>('.own')) each.dir = 'auto';
  return status;
}

const small = (text: string) => h('p', 'small', text);

function h(tag: string, className: string, ...children: (Node | string | false | undefined)[]): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...children.filter((each): each is Node | string => Boolean(each)));
  return element;
}
