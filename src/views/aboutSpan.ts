import type { Words } from './phrases.tsx';

/** An estimated length of time, in steps as coarse as it is unsure; never nothing. */
export function aboutSpan(ms: number, { span }: Pick<Words, 'span'>): string {
  const step = ms < 60_000 ? 10_000 : 60_000;
  return span(Math.max(step, Math.ceil(ms / step) * step));
}
