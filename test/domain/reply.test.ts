import { describe, expect, test } from 'vitest';
import { firstName, type ReplyFacts, ReplyTooLong, renderReply } from '../../src/domain/reply.ts';
import { parseTemplate } from '../../src/domain/template.ts';
import { SAMPLE_WORDS, sampleFacts, sampleIncident } from './sample.ts';

const render = (text: string, different: Partial<ReplyFacts> = {}, language = 'en') =>
  renderReply(parseTemplate(text), sampleFacts(different), SAMPLE_WORDS, language);
const said = (text: string, different: Partial<ReplyFacts> = {}, language = 'en') =>
  render(text, different, language)
    .lines.join('\n')
    .replace(/\u202f/g, ' ');

describe('a reply', () => {
  test('says who, what and when in the customer’s own terms', () => {
    const text =
      'Hello {{ ticket.requester.first_name }},\n\n{{ incident.symptoms }} We write again {{ incident.next_update }}.\n\n{{ agent.first_name }}, {{ brand.name }}';
    expect(said(text)).toBe(
      'Hello Ana,\nDonors press Give and see an error. We write again today at 12:38 PM (Madrid time).\nMara, Harbor Gifts',
    );
  });

  test('carries the number and stage it was rendered from', () => {
    expect(render('Hello')).toMatchObject({
      n: 3,
      stage: 'identified',
      html: '<p>Hello</p>',
      lines: ['Hello'],
    });
  });

  test('before the first update is number 0', () => {
    expect(render('Hello', { incident: sampleIncident({ update: undefined }) }).n).toBe(0);
  });

  test('knows every fact a template may ask for', () => {
    const places = [
      'incident.id',
      'incident.title',
      'incident.stage',
      'incident.symptoms',
      'incident.eta',
      'incident.next_update',
      'incident.started',
      'incident.update',
      'incident.extra',
      'ticket.id',
      'ticket.title',
      'ticket.requester.name',
      'ticket.requester.first_name',
      'agent.name',
      'agent.first_name',
      'brand.name',
    ];
    expect(() => said(places.map((place) => `{{ ${place} }}`).join(' '))).not.toThrow();
  });

  test('says an ETA as a time where it is one, and word for word where it is not', () => {
    const eta = (each: { text: string; at?: string; by: string } | undefined) =>
      said('[{{ incident.eta }}]', { incident: sampleIncident({ eta: each }) });
    expect(eta({ text: '12:30 UTC', at: '2026-11-23T12:30:00Z', by: 'Sam' })).toBe(
      '[today at 1:30 PM (Madrid time)]',
    );
    expect(eta({ text: 'this\n afternoon', by: 'Sam' })).toBe('[this afternoon]');
    expect(eta(undefined)).toBe('[]');
  });

  test('writes times as the customer’s region does, in the language of the text', () => {
    const customer = { name: 'Ana', locale: 'en-GB', timeZone: 'Europe/London' };
    expect(said('{{ incident.next_update }}', { customer })).toBe('today at 11:38 (London time)');
    const french = { ...customer, locale: 'fr-FR' };
    expect(said('{{ incident.next_update }}', { customer: french })).toBe('today at 11:38 AM (London time)');
  });

  test('to a customer of whom nothing is known still reads well', () => {
    expect(said('{{ incident.next_update }}', { customer: { name: '' } })).toBe('today at 11:38 AM (UTC)');
  });

  test('keeps a value inside its sentence, whatever blank lines it holds', () => {
    const incident = sampleIncident({ symptoms: 'one\n\n\ntwo\n \nthree' });
    expect(render('A {{ incident.symptoms }} B', { incident }).html).toBe('<p>A one<br>two<br>three B</p>');
  });

  test('longer than Zendesk keeps is refused instead of cut', () => {
    const incident = sampleIncident({ symptoms: 'é'.repeat(31_000) });
    expect(() => render('{{ incident.symptoms }}', { incident })).toThrow(ReplyTooLong);
  });
});

describe('the name to greet by', () => {
  test.each([
    ['Ana Torres', 'Ana'],
    ['  Jean-Luc   Picard', 'Jean-Luc'],
    ['O’Brien', 'O’Brien'],
    ["D'Arcy", "D'Arcy"],
    ['J. R. Hartley', 'J.'],
    ['J.R. Hartley', 'J.R.'],
    ['Zoë', 'Zoë'],
    ['Zoe\u0308', 'Zoe\u0308'],
    ['山田太郎', '山田太郎'],
    ['محمد علي', 'محمد'],
    ['\u202eAna', 'Ana'],
  ])('of %j is %j', (name, first) => {
    expect(firstName(name)).toBe(first);
  });

  test.each([
    'ana@example.com',
    '+34 600 000 000',
    'www.evil.example',
    'evil.com',
    '<b>Ana</b>',
    '{{ticket.id}}',
    '@all',
    '#1 Customer',
    '"Ana"',
    '👍',
    '',
    'A'.repeat(41),
  ])('of %j is nobody’s', (name) => {
    expect(firstName(name)).toBe('');
  });
});
