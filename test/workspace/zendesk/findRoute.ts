import { createRouter } from '../router.ts';
import { routes } from './routes.ts';

/** The route for a path (without `.json`), with the values in it. */
export const findRoute = createRouter(routes);
