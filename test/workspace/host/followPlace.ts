import type { Change } from '../world/changes.ts';
import { api } from './api.ts';
import type { PlacePage } from './place.ts';

/** A page that shows what the world has under its name, and again after each change of that kind. */
export function followPlace(
  kind: Change['kind'],
  element: HTMLElement,
  draw: (found: unknown, name: string) => void,
): PlacePage {
  let shown: string | undefined;
  let isAsking = false;
  let isStale = false;

  async function refresh() {
    if (shown === undefined) return;
    isStale = isAsking;
    if (isAsking) return;
    isAsking = true;
    const name = shown;
    const found = await api.place(kind, name);
    isAsking = false;
    if (name === shown) draw(found, name);
    if (isStale || name !== shown) void refresh();
  }

  return {
    element,
    show(name) {
      const isOther = name !== shown;
      shown = name;
      element.hidden = name === undefined;
      if (isOther) void refresh();
    },
    follow: (change) => change.kind === kind && void refresh(),
  };
}
