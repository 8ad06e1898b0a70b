import { type ChannelFacts, issueAddress } from '../domain/channelFacts.ts';
import { toIncident, withUpdateInForce } from '../domain/incident.ts';
import type { Update } from '../domain/record.ts';
import { chooseLanguage, type ReplyTextsOf } from '../domain/replyTexts.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { BroadcastPorts } from '../ports/batches.ts';

/** What a channel is told of an update, or of the incident as it stands without one, and the words for it: in the account's own language, for its readers are many. */
export async function channelTexts(
  { replyTexts, settings, account }: Pick<BroadcastPorts, 'replyTexts' | 'settings' | 'account'>,
  problem: Ticket,
  update?: Update,
): Promise<{ readonly facts: ChannelFacts; readonly texts: ReplyTextsOf }> {
  const { language } = chooseLanguage(replyTexts.languages, undefined, settings.replyLanguage);
  const known = toIncident(problem);
  const incident = update ? withUpdateInForce(known, update) : known;
  const jiraUrl = issueAddress(settings.jiraSite, incident.jiraKey);
  return { facts: { incident, account, jiraUrl, language }, texts: await replyTexts.load(language) };
}
