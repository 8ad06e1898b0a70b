import { act, fireEvent, screen } from '@testing-library/react';
import { vi } from 'vitest';

export const click = (testId: string) => act(async () => screen.getByTestId(testId).click());

export const pressKey = (target: Element | Document, key: string, more: object = {}) =>
  act(async () => void fireEvent.keyDown(target, { key, ...more }));

/** jsdom lays nothing out, and a table that is no pixel high has no row in sight. */
export function giveTablesRoom(): void {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(900);
}
