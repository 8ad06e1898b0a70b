import { describeTicketDesk } from './describeTicketDesk.ts';
import { desksOverHttp } from './openDeskOverHttp.ts';

describeTicketDesk('Zendesk over HTTP', desksOverHttp());
