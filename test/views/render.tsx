import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect } from 'vitest';
import { loadPhrases } from '../../src/connect.ts';
import { Frame } from '../../src/views/Frame.tsx';
import { WithWords } from '../../src/views/phrases.tsx';
import { Panel } from '../../src/views/pieces.tsx';
import type { virtualClock } from '../workspace/world/clock.ts';

type Time = ReturnType<typeof virtualClock>;

/** Draws a view in the frame that all of ours have, with what a test needs to read and press. */
export async function draw(shown: ReactNode, time: Time, language = 'en') {
  const phrases = await loadPhrases(language);
  const framed = (inside: ReactNode) => (
    <WithWords language={language} phrases={phrases}>
      <Frame onColorScheme={() => () => undefined}>
        <Panel>{inside}</Panel>
      </Frame>
    </WithWords>
  );
  const view = render(framed(shown));
  const text = () => view.container.textContent ?? '';
  return {
    view,
    text,
    redraw: (inside: ReactNode) => act(async () => view.rerender(framed(inside))),
    /** Lets the world go on, in small steps, until this holds. */
    until: (holds: () => void) => until(time, holds),
    /** Waits for a text to be there. */
    see: (wanted: string | RegExp) => until(time, () => expect(text()).toMatch(asPattern(wanted))),
    async press(name: string | RegExp) {
      await until(time, () => expect(buttons(name)).toHaveLength(1));
      await act(async () => buttons(name)[0]?.click());
    },
  };
}

// Asked at every step, so looked up plainly: jsdom takes long to work out roles and names.
export function buttons(name: string | RegExp): HTMLButtonElement[] {
  const isIt = (said: string) => (name instanceof RegExp ? name.test(said) : name === said);
  return [...document.querySelectorAll('button')].filter((button) =>
    isIt(button.getAttribute('aria-label') ?? button.textContent ?? ''),
  );
}

function asPattern(wanted: string | RegExp): RegExp {
  return wanted instanceof RegExp ? wanted : new RegExp(wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}

// Code that is loaded later takes turns of the real event loop; the world's time takes none.
const MOST_STEPS = 800;
const STEP_MS = 50;

export async function until(time: Time, holds: () => void): Promise<void> {
  for (let step = 1; ; step += 1) {
    try {
      holds();
      return;
    } catch (error) {
      if (step === MOST_STEPS) throw error;
    }
    await act(() => time.advance(step < 100 ? STEP_MS : 0));
    if (step > 20) await act(() => new Promise<void>((resolve) => setTimeout(resolve, 2)));
  }
}

/** Lets time go by in which nothing is waited for. Files that are loaded meanwhile take time of their own. */
export async function passTime(time: Time, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += STEP_MS) {
    await act(() => time.advance(STEP_MS));
    await act(() => new Promise<void>((resolve) => setTimeout(resolve, 2)));
  }
}
