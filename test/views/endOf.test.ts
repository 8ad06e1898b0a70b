import { describe, expect, test } from 'vitest';
import type { Broadcast } from '../../src/actions/broadcast.ts';
import type { Finished } from '../../src/actions/finishUpdate.ts';
import { createWords } from '../../src/views/phrases.tsx';
import { endOf } from '../../src/views/telling/endOf.ts';
import { reasonsOf } from '../../src/views/telling/reasonsOf.ts';
import en from '../../translations/en.json' with { type: 'json' };

const words = createWords('en', en.phrases);

function ended(broadcast: Partial<Broadcast>, finished?: Finished) {
  const whole: Broadcast = {
    end: 'done',
    total: 10,
    told: 8,
    toGo: 0,
    unsure: 0,
    skipped: [],
    hidden: 0,
    ...broadcast,
  };
  const end = endOf(
    {
      n: 3,
      state: 'ended',
      progress: { n: 3, ...whole },
      total: whole.total,
      outcome: { broadcast: whole, finished },
      timeLeft: () => undefined,
      start: () => undefined,
      pause: () => undefined,
      cancel: async () => undefined,
    },
    words,
  );
  return { ...end, text: end?.lines.join(' ') ?? '' };
}

describe('tickets that an agent can’t see', () => {
  test('are named when everybody else was told, and that is no plain success', () => {
    const { weight, text } = ended({ hidden: 2 }, { do: 'finished', isSolved: false });
    expect(weight).toBe('warning');
    expect(text).toContain('2 tickets you can’t see were not told. An agent who sees them can continue.');
  });

  test('are why a resolved incident stays open, and going on does not help this agent', () => {
    const { text, mayGoOn } = ended({ hidden: 1 }, { do: 'not yet', behind: 0, hidden: 1 });
    expect(text).toContain('1 ticket you can’t see was not told.');
    expect(text).not.toMatch(/\b0\b/);
    expect(mayGoOn).toBe(false);
  });

  test('count among those who can’t be told', () => {
    expect(reasonsOf([{ id: 1, because: 'closed' }], words, 2)).toMatch(
      /^3 can’t be told: .*2 hidden from you/,
    );
    expect(reasonsOf([], words, 0)).toBeUndefined();
  });
});

test('a status that Zendesk refused is named, and everybody counts as told', () => {
  const statusLeft = { count: 2, detail: 'Status: is invalid' };
  const { weight, text } = ended({ told: 10, statusLeft }, { do: 'finished', isSolved: false });
  expect(weight).toBe('warning');
  expect(text).toContain('The status of 2 tickets stayed as it was');
});

test('who may not tell everyone hears why, and what was sent before', () => {
  const refusal = { because: 'not in group', group: 'Incident leads' } as const;
  expect(ended({ end: 'not allowed', refusal, told: 0 }).lines).toEqual([
    'Only members of the group “Incident leads” may tell everyone. Ask one of them, or ask an admin to add you.',
  ]);
  expect(ended({ end: 'not allowed', refusal: { because: 'zendesk' }, told: 5 }).lines).toHaveLength(2);
});
