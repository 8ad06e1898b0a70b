import { describeInAppGuide } from './describeInAppGuide.ts';
import { keepTraffic } from './keepTraffic.ts';
import { openChannels } from './openChannels.ts';

const traffic = keepTraffic('adapters-pendo');

describeInAppGuide('Pendo', (wanted) => openChannels({ traffic, ...wanted }));
