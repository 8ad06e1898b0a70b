import { describeTicketDesk } from './describeTicketDesk.ts';
import { keepTraffic } from './keepTraffic.ts';
import { openDesk } from './openDesk.ts';

const traffic = keepTraffic('adapters');

describeTicketDesk('Zendesk in one process', (wanted) => openDesk({ traffic, ...wanted }));
