import { api } from './api.ts';
import { h } from './h.ts';
import type { Page } from './page.ts';
import type { PlacePage } from './place.ts';

/** The company's own product as one of its customers sees it: another site, with Pendo's guides running in it. */
export function drawProduct(page: Page): PlacePage {
  const frame = h('iframe', { title: 'The product', testId: 'product-frame' });
  const choice = h('select', {
    'aria-label': 'Customer',
    onchange: () => page.go(`product/${choice.value}`),
  });
  const reload = h('button', { type: 'button', onclick: () => load() }, 'Load the page anew');
  const bar = h('div', { class: 'product-bar' }, h('h1', {}, 'Customer’s product'), choice, reload);
  const element = h('section', { class: 'product', 'aria-label': 'Customer’s product' }, bar, frame);
  let shown: string | undefined;

  function load() {
    frame.src = `${page.start.productUrl}/product?account=${choice.value}&t=${Date.now()}`;
  }
  const customers = api.place('product', '').then((found) => {
    const rows = found as { id: number; name: string }[];
    choice.replaceChildren(...rows.map(({ id, name }) => h('option', { value: id }, name)));
  });

  return {
    element,
    show(name) {
      element.hidden = name === undefined;
      if (name === undefined || name === shown) return;
      shown = name;
      void customers.then(() => {
        if (name) choice.value = name;
        load();
      });
    },
    follow: () => {}, // like any customer's, it hears of changes by itself or not at all
  };
}
