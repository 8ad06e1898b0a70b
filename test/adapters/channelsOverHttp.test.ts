import { describeStatusPage } from './describeStatusPage.ts';
import { describeOneWayChat, describeThreadedChat } from './describeTeamChat.ts';
import { channelsOverHttp } from './openChannels.ts';

const open = channelsOverHttp();

describeThreadedChat('Slack over HTTP', open);
describeOneWayChat('A webhook of Slack over HTTP', open);
describeStatusPage('Statuspage over HTTP', open);
