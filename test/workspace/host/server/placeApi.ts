import type { World } from '../../world/world.ts';
import { jiraPage } from './jiraPage.ts';
import { productPage } from './productPage.ts';
import { slackPage } from './slackPage.ts';
import { statusPage } from './statusPage.ts';

/** What a page beside the tickets asks of the world, and what a person does on it. */
export interface PlaceApi {
  /** What the page shows under this name (empty for the place itself); `undefined` when there is no such thing. */
  read(world: World, name: string): unknown;
  act(world: World, name: string, action: unknown): void;
}

/** By the place's name in the address. */
export const PLACE_APIS: Readonly<Record<string, PlaceApi>> = {
  jira: jiraPage,
  product: productPage,
  slack: slackPage,
  statuspage: statusPage,
};
