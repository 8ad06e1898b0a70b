import { api } from './api.ts';
import { followPlace } from './followPlace.ts';
import { h } from './h.ts';
import type { Page } from './page.ts';
import type { PlacePage } from './place.ts';
import { drawMessage } from './slackMessage.ts';
import type { ShownChannel, ShownSlack, SlackAction } from './slackShown.ts';

/** Slack beside the tickets: its channels, and in one of them what was said, with the threads open. */
export function drawSlack(page: Page): PlacePage {
  const element = h('section', { class: 'slack', 'aria-label': 'Slack', testId: 'slack' });
  return followPlace('slack', element, (found, name) => {
    const shown = found as ShownSlack | null;
    element.replaceChildren(
      ...(shown ? drawWhole(page, shown) : [h('p', { class: 'empty' }, `There is no channel #${name}.`)]),
    );
  });
}

function drawWhole(page: Page, { team, isDown, channels, channel }: ShownSlack): Node[] {
  const act = (action: SlackAction['do']) => () => void api.act('slack', channel.name, { do: action });
  const button = (text: string, action: SlackAction['do']) => h('button', { onclick: act(action) }, text);
  const { messages } = channel;
  return [
    h(
      'nav',
      { class: 'view-list', 'aria-label': 'Channels' },
      h('h2', {}, team),
      ...channels.map((one) => channelLink(page, one, one.id === channel.id)),
      button(isDown ? 'Bring Slack back' : 'Take Slack down', isDown ? 'bring back' : 'take down'),
    ),
    h(
      'div',
      { class: 'slack-channel' },
      h(
        'header',
        {},
        h('h1', {}, `# ${channel.name}`),
        h('small', {}, channel.id),
        h('span', { class: 'slack-state', testId: 'slack-state' }, stateOf(channel, isDown)),
        button(channel.hasBot ? 'Remove Allclear' : 'Invite Allclear', channel.hasBot ? 'remove' : 'invite'),
        button(channel.isArchived ? 'Unarchive' : 'Archive', channel.isArchived ? 'unarchive' : 'archive'),
      ),
      messages.length > 0
        ? h('ol', { class: 'slack-messages' }, ...messages.map(drawMessage))
        : h('p', { class: 'empty' }, 'Nothing was said here yet.'),
    ),
  ];
}

function channelLink(page: Page, { name, isPrivate, count }: ShownChannel, isOpen: boolean) {
  return h(
    'a',
    { href: page.href(`slack/${name}`), 'aria-current': isOpen ? 'page' : false },
    h('span', {}, `${isPrivate ? '🔒' : '#'} ${name}`),
    h('span', { class: 'count' }, count),
  );
}

function stateOf({ isArchived, hasBot }: ShownChannel, isDown: boolean): string {
  if (isDown) return 'Slack is down';
  if (isArchived) return 'archived';
  return hasBot ? '' : 'Allclear is not in this channel';
}
