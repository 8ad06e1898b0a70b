import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Reply, type ReplyFacts, ReplyTooLong, renderReply } from '../../src/domain/reply.ts';
import { parseTemplate } from '../../src/domain/template.ts';
import { HOSTILE } from './hostile.ts';
import { SAMPLE_WORDS, sampleFacts, sampleIncident } from './sample.ts';
import { armedBraces, strayMarkup } from './strayMarkup.ts';

// The same cases on every run; a failure can be repeated.
fc.configureGlobal({ seed: 20_261_123, numRuns: 300 });

const TEXT = parseTemplate(
  '# {{ incident.title }}\n\nHello {{ ticket.requester.first_name }} ({{ ticket.requester.name }}),\n\n' +
    'About “{{ ticket.title }}”: {{ incident.symptoms }} {{ incident.extra }}\n\nBy {{ incident.eta }}.\n\n{{ agent.name }}, {{ brand.name }}',
);

// Where people outside write, and where the text may come from when an account is not what it should be.
const PLACES: Record<string, (text: string) => Partial<ReplyFacts>> = {
  symptoms: (text) => ({ incident: sampleIncident({ symptoms: text }) }),
  title: (text) => ({ incident: sampleIncident({ title: text }) }),
  'ETA text': (text) => ({ incident: sampleIncident({ eta: { text, by: text } }) }),
  'customer name': (text) => ({ customer: { name: text, locale: text, timeZone: text } }),
  subject: (text) => ({ ticket: { id: 201, subject: text } }),
  'agent name': (text) => ({ agent: { name: text } }),
  'brand name': (text) => ({ brand: { name: text } }),
};

// A text too long for Zendesk is refused by name; everything else must come out as nothing but text.
function rendered(different: Partial<ReplyFacts>): Reply | undefined {
  try {
    return renderReply(TEXT, sampleFacts(different), SAMPLE_WORDS, 'en');
  } catch (error) {
    if (error instanceof ReplyTooLong) return undefined;
    throw error;
  }
}

function expectInert(reply: Reply | undefined, name: string) {
  if (!reply) return;
  expect(strayMarkup(reply.html), name).toEqual([]);
  expect(armedBraces(reply.html), name).toEqual([]);
  expect(reply.html, name).not.toMatch(/(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069\u200e\u200f]/u);
  expect(reply.html.isWellFormed(), name).toBe(true);
  expect(new TextEncoder().encode(reply.html).length, name).toBeLessThanOrEqual(60 * 1024);
}

for (const [place, put] of Object.entries(PLACES)) {
  test(`${HOSTILE.length} hostile texts as ${place} stay text in a reply`, () => {
    let refused = 0;
    for (const { name, text } of HOSTILE) {
      const reply = rendered(put(text));
      if (!reply) refused += 1;
      expectInert(reply, name);
    }
    expect(refused).toBeLessThanOrEqual(2); // The two that are longer than Zendesk keeps.
  });
}

test('any text at all, in every place at once, stays text in a reply', () => {
  const thick = fc.array(
    fc.constantFrom('{', '}', '%', '<', '>', '&', '"', "'", '\n', '# ', 'ticket.id', '|', '\0'),
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    thick.map((all) => all.join('')),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      const all = Object.values(PLACES).map((put) => put(text));
      const incident = sampleIncident({ title: text, symptoms: text, eta: { text, by: text } });
      expectInert(rendered({ ...Object.assign({}, ...all), incident }), text);
    }),
  );
}, 30_000);

test(`${HOSTILE.length} hostile texts as a macro's text make a harmless reply or an error, never markup`, () => {
  let errors = 0;
  for (const { name, text } of HOSTILE) {
    let reply: Reply | undefined;
    try {
      reply = renderReply(parseTemplate(text), sampleFacts(), SAMPLE_WORDS, 'en');
    } catch (error) {
      expect(error, name).toBeInstanceOf(Error);
      errors += 1;
      continue;
    }
    expect(strayMarkup(reply.html), name).toEqual([]);
    expect(armedBraces(reply.html), name).toEqual([]);
  }
  expect(errors).toBeLessThan(HOSTILE.length / 3);
});

test('a heading cannot be smuggled into the middle of a reply', () => {
  const reply = rendered({ incident: sampleIncident({ symptoms: '# Refunds\n\n# here' }) });
  expect(reply?.html.match(/<strong>/g)).toHaveLength(1);
});

test('a right-to-left override cannot turn the words around a name', () => {
  const reply = rendered({ customer: { name: 'Ana\u202e Torres' } });
  expect(reply?.html).toContain('Hello Ana (Ana Torres),');
});
