import { accountRoutes } from './account.ts';
import { appRoutes } from './apps.ts';
import { conversationRoutes } from './conversation.ts';
import { createRoutes } from './createTicket.ts';
import { helpCenterRoutes } from './helpCenter.ts';
import { jiraLinkRoutes } from './jiraLinks.ts';
import { jobStatusRoutes } from './jobStatuses.ts';
import { macroRoutes } from './macros.ts';
import { peopleRoutes } from './people.ts';
import { problemRoutes } from './problems.ts';
import type { Route } from './route.ts';
import { searchRoutes } from './search.ts';
import { tagRoutes } from './tags.ts';
import { ticketRoutes } from './tickets.ts';
import { updateManyRoutes } from './updateMany.ts';

/** All of Zendesk that the workspace knows. Its README says how faithfully. */
export const routes: readonly Route[] = [
  ...ticketRoutes,
  ...createRoutes,
  ...updateManyRoutes,
  ...problemRoutes,
  ...conversationRoutes,
  ...tagRoutes,
  ...jobStatusRoutes,
  ...accountRoutes,
  ...peopleRoutes,
  ...macroRoutes,
  ...searchRoutes,
  ...appRoutes,
  ...jiraLinkRoutes,
  ...helpCenterRoutes,
];
