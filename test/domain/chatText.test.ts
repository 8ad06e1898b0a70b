import { describe, expect, test } from 'vitest';
import { type ChatMessage, chatRoot, chatUpdate } from '../../src/domain/chatText.ts';
import { channelFacts, channelWords } from './channelSample.ts';

const linesOf = ({ parts }: ChatMessage) =>
  parts.flatMap(({ lines, isQuote }) =>
    lines.map((line) => (isQuote ? '> ' : '') + line.map(({ text }) => text).join('')),
  );
const linksOf = ({ parts }: ChatMessage) =>
  parts.flatMap(({ lines }) => lines.flat().flatMap(({ href }) => href ?? []));
const words = channelWords();

describe('the one message of an incident', () => {
  test('says what is the matter, where it stands, until when and for how many', () => {
    const receipt = {
      channel: 'tickets',
      n: 3,
      outcome: 'told',
      at: '2026-11-23T11:10:00Z',
      total: 38,
      told: 36,
    };
    const root = chatRoot(channelFacts({ receipts: [receipt] }), words);
    expect(linesOf(root)).toEqual([
      'Donation form returns error 502',
      'Identified · severity 1 · since Nov 23, 10:26 UTC',
      '> Donors press Give and see an error.',
      'Fix expected: 12:30 UTC, says Sam Osei (Engineering)',
      'Next update to customers: Nov 23, 11:38 UTC',
      '36 of 38 customers told update 3',
      'Incident #100 · PAY-123',
    ]);
    expect(root.summary).toBe('Identified: Donation form returns error 502');
    expect(linksOf(root)).toEqual([
      'https://harborgifts.zendesk.com/agent/tickets/100',
      'https://acme.atlassian.net/browse/PAY-123',
    ]);
  });

  test('promises nothing any more once it is resolved, and says nothing of what nobody knows', () => {
    const facts = channelFacts({ stage: 'resolved', jiraKey: undefined, symptoms: '' });
    expect(linesOf(chatRoot(facts, words))).toEqual([
      'Donation form returns error 502',
      'Resolved · severity 1 · since Nov 23, 10:26 UTC',
      'Incident #100',
    ]);
  });

  test('speaks the language of the account', () => {
    expect(linesOf(chatRoot(channelFacts({}, {}, 'es'), channelWords('es')))).toContain(
      'Próxima actualización para los clientes: 23 nov, 11:38 UTC',
    );
    expect(linesOf(chatRoot(channelFacts({}, {}, 'ar'), channelWords('ar'))).join()).toContain(
      'الحادث رقم 100',
    );
  });
});

describe('an update in the thread', () => {
  test('says what customers were told, and no more of the incident than its thread knows', () => {
    const message = chatUpdate(channelFacts({}, { extra: 'Cards are not charged.' }), words);
    expect(linesOf(message)).toEqual([
      'Update 3: identified',
      '> Donors press Give and see an error.',
      '> Cards are not charged.',
      'Fix expected: 12:30 UTC, says Sam Osei (Engineering)',
      'Next update to customers: Nov 23, 11:38 UTC',
    ]);
    expect(message.about).toEqual({ account: 'harborgifts', incident: 100, n: 3 });
  });

  test('says on whose word an incident is resolved, and why', () => {
    const gate = {
      kind: 'override',
      by: 'Mara Lind',
      reason: 'Sam is on a plane',
      at: '2026-11-23T11:20:00Z',
    } as const;
    const message = chatUpdate(channelFacts({ stage: 'resolved' }, { gate }), words);
    expect(linesOf(message)).toContain('Resolved on the word of Mara Lind: Sam is on a plane');
  });

  test('says that there is no news, and that what was resolved is open again', () => {
    expect(linesOf(chatUpdate(channelFacts({}, { noNews: true }), words))[1]).toContain(
      'Nothing has changed',
    );
    expect(linesOf(chatUpdate(channelFacts({}, { reopens: true }), words))[0]).toBe(
      'Update 3: identified, reopened',
    );
  });

  test('names the incident and where it is, where there is no thread', () => {
    const message = chatUpdate(channelFacts(), words, true);
    expect(linesOf(message)).toContain('Donation form returns error 502');
    expect(linksOf(message)).toHaveLength(2);
  });
});
