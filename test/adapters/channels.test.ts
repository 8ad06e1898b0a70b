import { describeStatusPage } from './describeStatusPage.ts';
import { describeOneWayChat, describeThreadedChat } from './describeTeamChat.ts';
import { keepTraffic } from './keepTraffic.ts';
import { openChannels } from './openChannels.ts';

const traffic = keepTraffic('adapters-channels');

describeThreadedChat('Slack', (wanted) => openChannels({ traffic, ...wanted }));
// Webhooks are in no description of Slack's API, so nothing could check what is kept of them.
describeOneWayChat('A webhook of Slack', openChannels);
describeStatusPage('Statuspage', (wanted) => openChannels({ traffic, ...wanted }));
