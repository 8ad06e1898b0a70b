import { ServiceError, type Trouble } from '../../ports.ts';

export const SERVICE = 'Slack';

// https://docs.slack.dev/reference/methods/chat.postMessage#errors and the pages of the other methods. What is not here is
// refused for a reason of its own.
const TROUBLES: Readonly<Record<string, Trouble>> = {
  not_authed: 'signed out',
  invalid_auth: 'signed out',
  token_revoked: 'signed out',
  token_expired: 'signed out',
  account_inactive: 'signed out',
  invalid_token: 'signed out',
  not_in_channel: 'forbidden',
  missing_scope: 'forbidden',
  no_permission: 'forbidden',
  access_denied: 'forbidden',
  restricted_action: 'forbidden',
  restricted_action_read_only_channel: 'forbidden',
  restricted_action_thread_locked: 'forbidden',
  restricted_action_non_threadable_channel: 'forbidden',
  restricted_action_thread_only_channel: 'forbidden',
  action_prohibited: 'forbidden',
  channel_not_found: 'missing',
  message_not_found: 'missing',
  thread_not_found: 'missing',
  cannot_reply_to_message: 'missing',
  no_service: 'missing',
  ratelimited: 'too many',
  rate_limited: 'too many',
  message_limit_exceeded: 'too many',
  // "It's possible some aspect of the operation succeeded before the error was raised."
  fatal_error: 'down',
  internal_error: 'down',
  service_unavailable: 'down',
  request_timeout: 'down',
};

/** What Slack's own name for a failure means. */
export function slackError(code: string, isRead: boolean): ServiceError {
  return new ServiceError(SERVICE, TROUBLES[code] ?? 'refused', { code, detail: code, isRead });
}
