import { describeIssueTracker } from './describeIssueTracker.ts';
import { trackersOverHttp } from './openTrackerOverHttp.ts';

describeIssueTracker('Jira over HTTP', trackersOverHttp());
