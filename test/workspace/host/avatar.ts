import { h } from './h.ts';

/** Initials on a color that stays the person's. */
export function avatar(name: string, kind: 'customer' | 'agent' = 'customer'): HTMLElement {
  const initials = name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('')
    .toUpperCase();
  const hue = [...name].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 360, 7);
  return h('span', { class: `avatar ${kind}`, style: `--hue:${hue}`, 'aria-hidden': 'true' }, initials);
}
