import type { Change } from '../world/changes.ts';
import { drawAppPage } from './appPage.ts';
import type { IconName } from './icon.ts';
import { drawJira } from './jiraPage.ts';
import type { Page } from './page.ts';
import { drawProduct } from './productPage.ts';
import { drawSlack } from './slackPage.ts';
import { drawStatusPage } from './statusPage.ts';
import { drawViews } from './viewsPage.ts';

/** A page beside the tickets, with an entry in the nav bar and an address of its own: `#/jira/PAY-123`. */
export interface Place {
  name: string;
  title: string;
  /** `app`: the app's own. */
  icon: IconName | 'app';
  /** What its entry in the nav bar leads to, beyond its name. */
  path?: string;
  draw(page: Page): PlacePage;
}

export interface PlacePage {
  element: HTMLElement;
  /** Shows what the rest of the address names (empty for the place itself); `undefined` hides the page. */
  show(name: string | undefined): void;
  /** Something has happened in the world. */
  follow(change: Change): void;
  setColorScheme?(scheme: Page['scheme']): void;
}

/** In the order of the nav bar. The first is where a window starts. */
export const PLACES: readonly [Place, ...Place[]] = [
  { name: 'views', title: 'Views', icon: 'views', draw: drawViews },
  { name: 'apps', path: '/allclear', title: 'Allclear', icon: 'app', draw: drawAppPage },
  { name: 'jira', title: 'Jira', icon: 'board', draw: drawJira },
  { name: 'product', title: 'Customer’s product', icon: 'window', draw: drawProduct },
  { name: 'slack', title: 'Slack', icon: 'chat', draw: drawSlack },
  { name: 'statuspage', title: 'Status page', icon: 'check', draw: drawStatusPage },
];
