import { render } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import type { Broadcast } from '../../src/actions/broadcast.ts';
import type { Finished } from '../../src/actions/finishUpdate.ts';
import { ServiceError } from '../../src/ports.ts';
import { Frame } from '../../src/views/Frame.tsx';
import { WithWords } from '../../src/views/phrases.tsx';
import { TellingProgress } from '../../src/views/telling/TellingProgress.tsx';
import type { Telling } from '../../src/views/telling/useTelling.ts';
import en from '../../translations/en.json' with { type: 'json' };

const NOW = new Date('2026-11-24T11:30:00Z');
const TALLY = { total: 1_000, told: 812, toGo: 180, unsure: 6, skipped: [], hidden: 0 };

function show(different: Partial<Telling>) {
  const telling: Telling = {
    n: 3,
    state: 'running',
    progress: { n: 3, ...TALLY },
    total: 1_000,
    timeLeft: () => undefined,
    start: vi.fn(),
    pause: vi.fn(),
    cancel: vi.fn(async () => {}),
    ...different,
  } as Telling;
  const { container } = render(
    <WithWords language="en" phrases={en.phrases}>
      <Frame onColorScheme={() => () => undefined}>
        <TellingProgress telling={telling} now={NOW} />
      </Frame>
    </WithWords>,
  );
  const text = container.textContent ?? '';
  const pressed = (name: string) =>
    [...container.querySelectorAll('button')].find((button) => button.textContent === name);
  return { text, telling, pressed };
}
const ended = (end: Broadcast['end'], finished?: Finished, tally: Partial<typeof TALLY> = {}) =>
  show({
    state: end === 'stopped' ? 'paused' : 'ended',
    progress: { n: 3, ...TALLY, ...tally },
    outcome: { broadcast: { end, ...TALLY, ...tally } as Broadcast, finished },
  });

test('says how far it has come, what is not known, and for how long yet', () => {
  const { text, pressed } = show({ timeLeft: () => 17_000 });
  expect(text).toContain('Telling everyone update 3812 of 1,000');
  expect(text).toContain('182 to go · 6 sent, not confirmed yet · about 20 sec left');
  expect(pressed('Pause')).toBeDefined();
});

test.each([
  ['too many', 'Zendesk asks to wait 30 sec'],
  ['our share', 'leaving room for other apps, on in 30 sec'],
  ['zendesk', 'Zendesk does not answer, trying again in 30 sec'],
  ['settling', 'some tickets changed just now, looking again in 30 sec'],
] as const)('a wait is named: %s', (what, words) => {
  const waiting = { for: what, until: new Date(NOW.getTime() + 30_000) };
  const { text } = show({ progress: { n: 3, ...TALLY, waiting }, timeLeft: () => 1_000 });
  expect(text).toContain(words);
  expect(text).not.toContain('about');
});

test('whoever listens hears a figure for every tenth, and not more often', () => {
  expect(show({ progress: { n: 3, ...TALLY, told: 20 } }).text).not.toContain('20 of 1,000 told');
  expect(show({}).text).toContain('Update 3: 812 of 1,000 told');
});

test('when everybody is told it says what is still done', () => {
  const { text } = show({ progress: { n: 3, ...TALLY, told: 1_000, toGo: 0, unsure: 0 } });
  expect(text).toContain('Writing down how it went…');
});

describe('the end says who was told and what to do', () => {
  test('everybody', () => {
    const { text, pressed } = ended(
      'done',
      { do: 'finished', isSolved: true },
      { told: 1_000, toGo: 0, unsure: 0 },
    );
    expect(text).toContain('Update 3 has reached 1,000 tickets.');
    expect(text).toContain('The incident’s ticket is solved.');
    expect(pressed('Continue')).toBeUndefined();
  });

  test('nobody to tell', () => {
    const nobody = { total: 0, told: 0, toGo: 0, unsure: 0 };
    expect(ended('done', { do: 'finished', isSolved: false }, nobody).text).toContain(
      'No ticket is attached, so there was nobody to tell.',
    );
  });

  test('some came in meanwhile', () => {
    const { text, pressed } = ended('done', { do: 'not yet', behind: 4, hidden: 0 });
    expect(text).toContain('4 more can still be told, so the incident’s ticket stays open.');
    expect(pressed('Continue')).toBeDefined();
  });

  test('a pause', () => {
    const { text, pressed, telling } = ended('stopped');
    expect(text).toContain('Paused: nothing more goes out.');
    expect(text).toContain('Update 3 has reached 812 tickets.');
    expect(text).toContain('182 were not told.');
    expect(text).toContain('6 sent, not confirmed yet');
    pressed('Continue')?.click();
    expect(telling.start).toHaveBeenCalled();
    pressed('Cancel the rest')?.click();
    expect(telling.cancel).toHaveBeenCalled();
  });

  test('a cancellation, by whomever', () => {
    const { text, pressed } = ended('cancelled');
    expect(text).toContain('Cancelled: nothing more of update 3 goes out from here');
    expect(text).toContain('Update 3 has reached 812 tickets.');
    expect(text).toContain('182 were not told.');
    expect(pressed('Continue')).toBeDefined();
    expect(pressed('Cancel the rest')).toBeUndefined();
  });

  test('a newer update', () => {
    const { text, pressed } = ended('overtaken');
    expect(text).toContain('Update 3 is not the newest any more');
    expect(pressed('Continue')).toBeUndefined();
  });

  test('some that could not be brought to an end', () => {
    expect(ended('unfinished').text).toContain('186 could not be told yet');
  });

  test('a service that failed', () => {
    const error = new ServiceError('Zendesk', 'signed out');
    const { text, pressed } = show({ state: 'ended', error });
    expect(text).toContain('Stopped: Zendesk signed you out; reload the page.');
    expect(text).toContain('Update 3 has reached 812 tickets.');
    expect(pressed('Continue')).toBeDefined();
  });

  test('a bug', () => {
    expect(show({ state: 'ended', error: new TypeError('x') }).text).toContain('Allclear has stumbled');
  });
});
