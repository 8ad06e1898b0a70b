import { describeInAppGuide } from './describeInAppGuide.ts';
import { channelsOverHttp } from './openChannels.ts';

describeInAppGuide('Pendo over HTTP', channelsOverHttp());
