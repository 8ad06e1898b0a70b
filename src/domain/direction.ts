const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

/** Whether a language, such as `ar` or `ar-EG`, is written from right to left. */
export function isRightToLeft(language: string): boolean {
  return RIGHT_TO_LEFT.has(language.toLowerCase().split('-')[0] ?? '');
}
