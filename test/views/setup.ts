import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

// jsdom has no layout and so no media queries, yet Garden's theming asks for one as it loads.
window.matchMedia = (query) => ({
  media: query,
  matches: false,
  onchange: null,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
  dispatchEvent: () => false,
});

// Testing Library does so by itself only where test functions are globals, which ours are not.
afterEach(cleanup);
