/**
 * For a page's first script: `skipWaits()` lets its long waits be over at once. The app paces its requests over minutes;
 * what it does between them is measured, and not how long it waits. Only the frames of a modal and of the desk are meant.
 */
export const SKIP_WAITS = `
if (/^#(show=|desk)/.test(location.hash)) {
  const LONG = 5000;
  const RealDate = Date;
  const { setTimeout: start, clearTimeout: stop } = window;
  const waiting = new Map();
  let ahead = 0;
  window.Date = class extends RealDate {
    constructor(...args) { super(...(args.length > 0 ? args : [RealDate.now() + ahead])); }
    static now() { return RealDate.now() + ahead; }
  };
  window.setTimeout = (act, ms = 0, ...args) => {
    const id = start(() => { waiting.delete(id); act(...args); }, ms);
    if (ms > LONG) waiting.set(id, { act: () => act(...args), due: Date.now() + ms });
    return id;
  };
  window.clearTimeout = (id) => { waiting.delete(id); stop(id); };
  window.skipWaits = () => {
    for (const [id, { act, due }] of [...waiting]) {
      window.clearTimeout(id);
      ahead += Math.max(0, due - Date.now());
      start(act, 0);
    }
  };
}`;
