import { api } from './api.ts';
import { followPlace } from './followPlace.ts';
import { h } from './h.ts';
import type { Page } from './page.ts';
import type { PlacePage } from './place.ts';
import type { ShownStatus } from './statusShown.ts';
import { when } from './time.ts';

/** The company's public status page. */
export function drawStatusPage(_: Page): PlacePage {
  const element = h('section', { class: 'status-page', 'aria-label': 'Status page', testId: 'statuspage' });
  return followPlace('statuspage', element, (found) =>
    element.replaceChildren(...drawWhole(found as ShownStatus)),
  );
}

function drawWhole({ name, isDown, subscribers, components, incidents }: ShownStatus): Node[] {
  const running = incidents.filter(({ state }) => state !== 'resolved');
  const toggle = { do: isDown ? 'bring back' : 'take down' };
  return [
    h(
      'header',
      {},
      h('h1', {}, name),
      h('small', {}, `${subscribers} people follow it`),
      h(
        'button',
        { onclick: () => void api.act('statuspage', '', toggle) },
        isDown ? 'Bring Statuspage back' : 'Take Statuspage down',
      ),
    ),
    h(
      'p',
      { class: `status-banner ${running.length > 0 ? 'bad' : 'good'}`, testId: 'statuspage-banner' },
      running[0]?.name ?? 'All systems operational',
    ),
    h(
      'ul',
      { class: 'status-components' },
      ...components.map(({ id, name: component, state }) =>
        h('li', { testId: `component-${id}` }, h('span', {}, component), stateOf(state)),
      ),
    ),
    h('h2', {}, 'Incidents'),
    ...(incidents.length > 0 ? incidents.map(drawIncident) : [h('p', { class: 'faint' }, 'None so far.')]),
  ];
}

function drawIncident({ id, name, state, components, updates }: ShownStatus['incidents'][number]) {
  return h(
    'article',
    { testId: `statuspage-${id}` },
    h('h3', {}, name, ' ', stateOf(state)),
    components.length > 0 && h('p', { class: 'faint' }, components.join(', ')),
    ...updates.map((update) =>
      h(
        'div',
        { class: 'status-update', testId: 'statuspage-update' },
        h('b', {}, words(update.state)),
        h('span', { class: 'status-body' }, update.body),
        h(
          'span',
          { class: 'faint' },
          `${when(update.at)} · ${update.mailed > 0 ? `${update.mailed} people were written to` : 'nobody was written to'}`,
        ),
      ),
    ),
  );
}

const stateOf = (state: string) =>
  h(
    'span',
    { class: `lozenge ${state === 'operational' || state === 'resolved' ? 'done' : 'note'}` },
    words(state),
  );

const words = (state: string) => state.replaceAll('_', ' ');
