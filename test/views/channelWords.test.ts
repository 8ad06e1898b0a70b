import { describe, expect, test } from 'vitest';
import { toIncident } from '../../src/domain/incident.ts';
import type { Receipt } from '../../src/domain/record.ts';
import { channelLine, explainReceipt } from '../../src/views/channelWords.ts';
import { createWords } from '../../src/views/phrases.tsx';
import en from '../../translations/en.json' with { type: 'json' };
import es from '../../translations/es.json' with { type: 'json' };
import { NOW, SAMPLE_RECORD, sampleProblem } from '../domain/sample.ts';

const words = createWords('en', en.phrases);
const AT = '2026-11-23T11:20:00.000Z';
const receiptOf = (different: Partial<Receipt>): Receipt => ({
  channel: 'slack',
  n: 3,
  outcome: 'failed',
  at: AT,
  ...different,
});
const lineOf = (...receipts: Receipt[]) =>
  channelLine(toIncident(sampleProblem({ ...SAMPLE_RECORD, receipts })), 'slack', NOW, words);

describe('a channel that could not be told', () => {
  test.each([
    [{ reason: 'forbidden', code: 'not_in_channel' }, 'Invite it there: /invite @Allclear.'],
    [{ reason: 'missing', code: 'channel_not_found' }, 'the channel’s ID is safest.'],
    [{ reason: 'signed out', code: 'token_revoked' }, 'An admin has to enter a new one'],
    [{ reason: 'refused', code: 'msg_blocks_too_long' }, 'Slack says: msg_blocks_too_long.'],
    [{ reason: 'unreachable', service: 'Slack' }, 'no answer came from Slack.'],
    [{ reason: 'down', service: 'Slack', detail: 'fatal' }, 'Slack has trouble of its own.'],
    [{ reason: 'unreachable', service: 'Zendesk' }, 'no answer from Zendesk'],
    [
      { channel: 'statuspage', reason: 'refused', detail: 'Component does not exist' },
      'Statuspage says: Component does not exist.',
    ],
    [{ channel: 'statuspage', reason: 'signed out' }, 'Statuspage does not accept Allclear’s key.'],
    [{ reason: 'of a newer version' }, 'Slack has trouble of its own.'],
  ])('says why, and what to do: %j', (different, sentence) => {
    expect(explainReceipt(receiptOf(different), words)).toContain(sentence);
  });
});

describe('how a channel stands', () => {
  const told = { channel: 'tickets', n: 3, outcome: 'told', at: AT };
  test('is said with its age, or what is missing, and what a press would do', () => {
    expect(lineOf(told, receiptOf({ outcome: 'told' }))).toEqual({
      text: 'Slack has update 3 · 6 min ago',
      isLoud: false,
    });
    expect(lineOf(told)).toEqual({
      text: 'Slack does not have update 3 yet.',
      isLoud: false,
      offer: 'Tell it',
    });
    expect(lineOf(told, receiptOf({ reason: 'down' }))).toMatchObject({ isLoud: true, offer: 'Try again' });
  });

  test('is not said while customers are still being told', () => {
    expect(lineOf()).toBeUndefined();
    expect(lineOf(receiptOf({ n: 2 }))).toBeUndefined();
  });

  test('is a question after a lost answer, and never taken for a failure or for done', () => {
    const until = (ms: number) => new Date(NOW.getTime() + ms).toISOString();
    for (const receipt of [
      receiptOf({ outcome: 'unsure' }),
      receiptOf({ outcome: 'telling', until: until(-1_000) }),
      receiptOf({ outcome: 'a newer word' }),
    ])
      expect(lineOf(told, receipt)).toMatchObject({
        text: expect.stringContaining('is not known'),
        offer: 'Try again',
      });
    expect(lineOf(told, receiptOf({ outcome: 'telling', until: until(60_000) }))).toEqual({
      text: 'Slack is being told update 3 …',
      isLoud: false,
    });
  });

  test('is said in the agent’s language', () => {
    const spanish = createWords('es', es.phrases);
    expect(explainReceipt(receiptOf({ reason: 'timed out' }), spanish)).toContain(
      'Slack no respondió a tiempo',
    );
  });
});
