import { describe, expect, test } from 'vitest';
import { ServiceError, type Trouble } from '../../src/ports.ts';
import { explainDone, explainLook } from '../../src/views/explain.ts';
import { createWords } from '../../src/views/phrases.tsx';
import ar from '../../translations/ar.json' with { type: 'json' };
import en from '../../translations/en.json' with { type: 'json' };
import es from '../../translations/es.json' with { type: 'json' };

// A record, so that a new kind of trouble does not compile until it is tried here.
const TROUBLES = Object.keys({
  'signed out': 1,
  forbidden: 1,
  missing: 1,
  outdated: 1,
  collision: 1,
  refused: 1,
  full: 1,
  'too many': 1,
  down: 1,
  unreachable: 1,
  'timed out': 1,
  unreadable: 1,
  'no fields': 1,
} satisfies Record<Trouble, 1>) as Trouble[];

const LANGUAGES = [
  ['en', createWords('en', en.phrases)],
  ['es', createWords('es', es.phrases)],
  ['ar', createWords('ar', ar.phrases)],
] as const;
const english = LANGUAGES[0][1];

const SERVICES = ['Zendesk', 'Jira'];
const errorOf = (trouble: Trouble, service = 'Zendesk') =>
  new ServiceError(service, trouble, { detail: 'Status is closed', retryAfter: 90 });

// A sentence that ends, no path of a phrase, no place left open, nothing of the machine's.
function expectSentence(text: string) {
  // What a service said stands in Arabic between marks of direction.
  expect(text).toMatch(/\S+ \S+.*[.!?]\u2069?$/);
  expect(text).not.toMatch(/rouble\.\w|\{\w+\}|undefined|NaN|null/);
}

describe.each(LANGUAGES)('in %s', (_, words) => {
  test.each(TROUBLES)('“%s” has a sentence after something an agent did', (trouble) => {
    for (const service of SERVICES) {
      expectSentence(explainDone(errorOf(trouble, service), words));
      expectSentence(explainDone(new ServiceError(service, trouble), words));
    }
  });

  test.each(TROUBLES)('“%s” has a sentence after a look, the first one and later ones', (trouble) => {
    for (const service of SERVICES) {
      expectSentence(explainLook(errorOf(trouble, service), undefined, words));
      expectSentence(explainLook(errorOf(trouble, service), 65_000, words));
    }
  });
});

test('no two troubles are told alike', () => {
  for (const service of SERVICES) {
    const said = TROUBLES.map((trouble) => explainDone(errorOf(trouble, service), english));
    expect(new Set(said).size).toBe(TROUBLES.length);
  }
});

test('where it is not known whether something was done, nobody is told that nothing was', () => {
  for (const trouble of ['collision', 'down', 'unreachable', 'timed out'] as const) {
    const text = explainDone(errorOf(trouble), english);
    expect(text).toContain('not known');
    expect(text).not.toContain('Nothing was changed');
  }
});

test('a question that failed has changed nothing, and that is said', () => {
  for (const [, words] of LANGUAGES)
    for (const trouble of ['collision', 'down', 'unreachable', 'timed out'] as const) {
      const text = explainDone(new ServiceError('Zendesk', trouble, { isRead: true }), words);
      expectSentence(text);
      expect(text).toContain(words.t('trouble.notBegun', { why: '' }).split(':')[0]);
      expect(text).not.toMatch(/not known|No se sabe/);
    }
});

test('trouble with Jira is told as Jira’s, and names nothing of Zendesk’s that is not meant', () => {
  for (const trouble of TROUBLES.filter((each) => each !== 'no fields')) {
    const text = explainDone(errorOf(trouble, 'Jira'), english);
    expect(text).toContain('Jira');
    expect(text).not.toMatch(/Zendesk(?! admin)|ticket/);
  }
});

test('what is still seen carries its age', () => {
  expect(explainLook(errorOf('down'), 65_000, english)).toBe(
    'Can’t refresh: Zendesk has trouble. You see the state of 1 min ago.',
  );
});

test('whoever is asked to wait is told how long, and nobody is promised another try that may not come', () => {
  expect(explainLook(errorOf('too many'), undefined, english)).toBe(
    'Can’t read this ticket’s incident: too many requests; wait 1 min.',
  );
});

test('who was signed out reads that nothing was changed', () => {
  expect(explainDone(errorOf('signed out'), english)).toContain('Nothing was changed');
});

test('Zendesk’s own words and waits are passed on', () => {
  expect(explainDone(errorOf('refused'), english)).toContain('Status is closed.');
  expect(explainDone(errorOf('too many'), english)).toContain('1 min');
  expect(explainDone(errorOf('no fields'), english)).toContain('Status is closed');
});

test('a bug of ours is admitted', () => {
  expect(explainDone(new TypeError('x is not a function'), english)).toBe(en.phrases.trouble.bug);
  expect(explainLook(new TypeError('x is not a function'), 1_000, english)).toBe(en.phrases.trouble.bug);
});
