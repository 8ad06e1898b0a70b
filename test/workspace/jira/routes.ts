import { accountRoutes } from './account.ts';
import { commentRoutes } from './comments.ts';
import { createmetaRoutes } from './createmeta.ts';
import { issueRoutes } from './issues.ts';
import { propertyRoutes } from './properties.ts';
import { remoteLinkRoutes } from './remoteLinks.ts';
import type { JiraRoute } from './route.ts';
import { searchRoutes } from './search.ts';
import { siteRoutes } from './site.ts';
import { transitionRoutes } from './transitions.ts';

/** All of Jira that the workspace knows, below `/rest/api/{2|3}`. Its README says how faithfully. */
export const routes: readonly JiraRoute[] = [
  ...issueRoutes,
  ...remoteLinkRoutes,
  ...commentRoutes,
  ...transitionRoutes,
  ...propertyRoutes,
  ...createmetaRoutes,
  ...searchRoutes,
  ...accountRoutes,
  ...siteRoutes,
];
