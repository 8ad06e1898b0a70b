import { type ChannelState, channelState, receiptOf } from '../domain/channels.ts';
import type { Incident } from '../domain/incident.ts';
import { newestUpdate } from '../domain/incident.ts';
import type { Receipt } from '../domain/record.ts';
import { summaryOf } from '../domain/telling.ts';
import { ServiceError } from '../ports.ts';
import { explainReason } from './explainReason.ts';
import type { Phrase, Words } from './phrases.tsx';

/** The channels that are told as the tickets are; the issue has views of its own. */
export const CHANNELS = ['pendo', 'slack', 'statuspage'] as const;
export type ChannelName = (typeof CHANNELS)[number];

export interface ChannelLine {
  readonly text: string;
  /** Somebody has to do something about it. */
  readonly isLoud: boolean;
  /** What a press would do; absent where there is nothing to press. */
  readonly offer?: string;
}

/** What is said of each channel; whole sentences, for languages differ in how they name it. */
export const PHRASES = {
  pendo: {
    told: 'channels.pendo.told',
    done: 'channels.pendo.done',
    telling: 'channels.pendo.telling',
    failed: 'channels.pendo.failed',
    unknown: 'channels.pendo.unknown',
    missing: 'channels.pendo.missing',
    open: 'channels.pendo.open',
  },
  slack: {
    told: 'channels.slack.told',
    done: 'channels.slack.done',
    telling: 'channels.slack.telling',
    failed: 'channels.slack.failed',
    unknown: 'channels.slack.unknown',
    missing: 'channels.slack.missing',
    open: 'channels.slack.open',
  },
  statuspage: {
    told: 'channels.statuspage.told',
    done: 'channels.statuspage.done',
    telling: 'channels.statuspage.telling',
    failed: 'channels.statuspage.failed',
    unknown: 'channels.statuspage.unknown',
    missing: 'channels.statuspage.missing',
    open: 'channels.statuspage.open',
  },
} as const satisfies Record<ChannelName, Record<ChannelState | 'done' | 'open', Phrase>>;

// Before the first update: the team's chat alone hears of an incident that is declared.
const DECLARED = {
  told: 'channels.declared.told',
  done: 'channels.declared.done',
  telling: 'channels.declared.telling',
  failed: 'channels.declared.failed',
  unknown: 'channels.declared.unknown',
  missing: 'channels.declared.missing',
} as const satisfies Record<ChannelState | 'done', Phrase>;

/** What is said of a channel that has, or should have, this update. */
export function phrasesOf(name: ChannelName, n: number): Record<ChannelState | 'done', Phrase> {
  return n === 0 ? DECLARED : PHRASES[name];
}

const SERVICES: Record<ChannelName, string> = { pendo: 'Pendo', slack: 'Slack', statuspage: 'Statuspage' };

/** How a channel fared with the newest update, or the declaration; nothing while customers are still being told it. */
export function channelLine(
  incident: Incident,
  name: ChannelName,
  now: Date,
  words: Words,
): ChannelLine | undefined {
  const { t, ago } = words;
  const n = newestUpdate(incident);
  if (n === 0 && (name !== 'slack' || incident.isOver)) return undefined;
  const phrases = phrasesOf(name, n);
  const receipt = receiptOf(incident, name);
  const state: ChannelState = channelState(incident, name, now);
  switch (state) {
    case 'told': {
      const age = ago(now.getTime() - Date.parse(receipt?.at ?? ''));
      return { text: t(phrases.told, { n, age }), isLoud: false };
    }
    case 'telling':
      return { text: t(phrases.telling, { n }), isLoud: false };
    case 'failed': {
      const why = receipt ? explainReceipt(receipt, words) : '';
      return { text: t(phrases.failed, { n, why }), isLoud: true, offer: t('channels.tryAgain') };
    }
    case 'unknown':
      return { text: t(phrases.unknown, { n }), isLoud: true, offer: t('channels.tryAgain') };
    case 'missing':
      if (n > 0 && !summaryOf(incident)) return undefined;
      return { text: t(phrases.missing, { n }), isLoud: false, offer: t('channels.tell') };
  }
}

/** Why a channel was not told, and what to do about it, as the end of a sentence. */
export function explainReceipt(receipt: Receipt, words: Words): string {
  const { channel, reason, code, detail, service } = receipt;
  const known = CODES[String(code)] ?? CODES[`${service}: ${reason}`];
  if (known) return words.t(known, { detail: String(detail ?? '') });
  // Writing down how it went can fail as well.
  if (service === 'Zendesk') return explainReason('Zendesk', reason, detail, words);
  const said = String(code ?? detail ?? '');
  const phrase = TROUBLES[String(reason)] ?? (said ? 'channels.trouble.refused' : 'channels.trouble.down');
  return words.t(phrase, {
    service: String(service ?? SERVICES[channel as ChannelName] ?? channel),
    detail: /[.!?]$/.test(said) ? said : `${said}.`,
  });
}

/** Why a channel's service did not do what was asked, as the end of a sentence. */
export function explainChannel(channel: string, error: unknown, words: Words): string {
  if (!(error instanceof ServiceError)) return words.t('trouble.bug');
  const { service, trouble: reason, code, detail } = error;
  return explainReceipt({ channel, n: 0, outcome: 'failed', at: '', service, reason, code, detail }, words);
}

const TROUBLES: Readonly<Record<string, Phrase>> = {
  'signed out': 'channels.trouble.signedOut',
  forbidden: 'channels.trouble.forbidden',
  missing: 'channels.trouble.missing',
  'too many': 'channels.trouble.tooMany',
  down: 'channels.trouble.down',
  unreachable: 'channels.trouble.unreachable',
  'timed out': 'channels.trouble.timedOut',
  unreadable: 'channels.trouble.unreadable',
};

// Names for what goes wrong, as far as somebody can do something about it: Slack's, ours for the notice, or a service's trouble.
const CODES: Readonly<Record<string, Phrase>> = {
  guide_kept: 'channels.why.guideKept',
  notice_not_kept: 'channels.why.noticeNotKept',
  notice_not_public: 'channels.why.noticeNotPublic',
  'Help Center: forbidden': 'channels.why.mayNotEdit',
  'Help Center: missing': 'channels.why.noArticle',
  'Pendo: forbidden': 'channels.why.pendoKey',
  'Pendo: missing': 'channels.why.noGuide',
  not_in_channel: 'channels.why.notInChannel',
  channel_not_found: 'channels.why.noChannel',
  is_archived: 'channels.why.archived',
  channel_is_archived: 'channels.why.archived',
  not_authed: 'channels.why.token',
  invalid_auth: 'channels.why.token',
  token_revoked: 'channels.why.token',
  token_expired: 'channels.why.token',
  account_inactive: 'channels.why.token',
  missing_scope: 'channels.why.scope',
  restricted_action: 'channels.why.mayNot',
  restricted_action_read_only_channel: 'channels.why.mayNot',
  restricted_action_thread_only_channel: 'channels.why.mayNot',
  restricted_action_non_threadable_channel: 'channels.why.mayNot',
  action_prohibited: 'channels.why.mayNot',
  restricted_action_thread_locked: 'channels.why.thread',
  cannot_reply_to_message: 'channels.why.thread',
  no_service: 'channels.why.webhook',
  invalid_token: 'channels.why.webhook',
};
