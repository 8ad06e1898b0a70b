import { keepTraffic } from '../keepTraffic.ts';
import { describeIssueTracker } from './describeIssueTracker.ts';
import { openTracker } from './openTracker.ts';

const traffic = keepTraffic('adapters-jira');

describeIssueTracker('Jira Cloud behind the gateway', (wanted) => openTracker({ traffic, ...wanted }));
describeIssueTracker('Jira Cloud at its own host', (wanted) =>
  openTracker({ traffic, way: 'site', ...wanted }),
);
// Not recorded: there is no description of Data Center's search.
describeIssueTracker('Jira Data Center', (wanted) => openTracker({ way: 'data center', ...wanted }));
