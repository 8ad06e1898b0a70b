import { readFileSync } from 'node:fs';
import type { ChannelFacts } from '../../src/domain/channelFacts.ts';
import { type Incident, toIncident } from '../../src/domain/incident.ts';
import type { Update } from '../../src/domain/record.ts';
import type { ReplyTextsOf } from '../../src/domain/replyTexts.ts';
import { SAMPLE_RECORD, sampleProblem } from './sample.ts';

/** What channels are told of the sample incident; say what is different. */
export function channelFacts(
  different: Partial<Incident> = {},
  update: Partial<Update> = {},
  language = 'en',
): ChannelFacts {
  const known = toIncident(sampleProblem(SAMPLE_RECORD));
  const incident = { ...known, ...different, update: { ...known.update!, ...update } };
  return { incident, account: 'harborgifts', jiraUrl: 'https://acme.atlassian.net/browse/PAY-123', language };
}

export function channelWords(language = 'en'): ReplyTextsOf {
  const file = new URL(`../../translations/${language}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).replies;
}
