const PATHS = {
  views: '<path d="M2 3.5h12M2 8h12M2 12.5h12"/>',
  window: '<rect x="2" y="3" width="12" height="10" rx="1"/><path d="M2 6h12"/>',
  board:
    '<rect x="2" y="2.5" width="3.4" height="11" rx="1"/><rect x="6.8" y="2.5" width="3.4" height="7" rx="1"/><rect x="11.6" y="2.5" width="2.4" height="9" rx="1"/>',
  close: '<path d="M4 4l8 8M12 4l-8 8"/>',
  reload: '<path d="M13 8a5 5 0 1 1-1.6-3.7M13 2v3h-3"/>',
  down: '<path d="M4 6l4 4 4-4"/>',
  sun: '<circle cx="8" cy="8" r="3"/><path d="M8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M3.4 12.6l.7-.7M11.9 4.1l.7-.7"/>',
  moon: '<path d="M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7z"/>',
  apps: '<rect x="2" y="2" width="5" height="5" rx="1"/><rect x="9" y="2" width="5" height="5" rx="1"/><rect x="2" y="9" width="5" height="5" rx="1"/><rect x="9" y="9" width="5" height="5" rx="1"/>',
  mail: '<rect x="1.5" y="3" width="13" height="10" rx="1.5"/><path d="M2 4.5l6 4.5 6-4.5"/>',
  chat: '<path d="M2 3h12v8H7l-3 3v-3H2z"/>',
  lock: '<rect x="3" y="7" width="10" height="7" rx="1"/><path d="M5 7V5a3 3 0 0 1 6 0v2"/>',
  check: '<path d="M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM5 8.2l2 2 4-4.2"/>',
  link: '<path d="M6.5 9.5l3-3M7 4.5l1.2-1.2a2.8 2.8 0 0 1 4 4L11 8.5M9 11.5l-1.2 1.2a2.8 2.8 0 0 1-4-4L5 7.5"/>',
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing that says nothing by itself: the words are beside it, or in the button's label. */
export function icon(name: IconName): Node {
  return ofSvg(
    `<svg class="icon" width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${PATHS[name]}</svg>`,
  );
}

/** A drawing from a file of ours, in the color of the text around it. */
export function ofSvg(svg: string): Node {
  const template = document.createElement('template');
  template.innerHTML = svg.trim();
  return template.content.firstElementChild ?? document.createTextNode('');
}
