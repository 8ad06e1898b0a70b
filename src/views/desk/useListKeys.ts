import { type RefObject, useEffect } from 'react';

/** Arrow keys lead from incident to incident, also from the search; `/` leads to the search. Enter opens, as buttons do. */
export function useListKeys(page: RefObject<HTMLElement>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const at = event.target instanceof HTMLElement ? event.target : undefined;
      const isTyping = at?.matches('input, textarea, select');
      if (event.altKey || event.ctrlKey || event.metaKey || !page.current) return;
      if (event.key === '/' && !isTyping) {
        event.preventDefault();
        page.current.querySelector<HTMLElement>('input[type="search"]')?.focus();
        return;
      }
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const links = [...page.current.querySelectorAll<HTMLElement>('[data-row]')];
      const here = at ? links.indexOf(at) : -1;
      const isSearch = at?.matches('input[type="search"]');
      if (!step || (isTyping && !isSearch)) return;
      const next = isSearch ? links[0] : links[here < 0 ? 0 : here + step];
      if (!next) return;
      event.preventDefault();
      next.focus();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [page]);
}
