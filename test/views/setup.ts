import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

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

// Nothing is laid out, so nothing ever changes its size.
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

// As in production, where each rule is added by itself. In development they are text, of which jsdom reads all again for
// each that is added: half of the time that the views' tests took.
Object.assign(globalThis, { SC_DISABLE_SPEEDY: false });

// As Garden's own components have it.
// What is hidden by style sheets is not asked: jsdom takes seconds to work that out.
configure({ testIdAttribute: 'data-test-id', defaultHidden: true });

// A whole screen is drawn many times over in each test; a busy machine is no failure.
vi.setConfig({ testTimeout: 30_000 });

// Testing Library does so by itself only where test functions are globals, which ours are not.
afterEach(cleanup);
