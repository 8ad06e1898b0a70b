import * as v from 'valibot';
import { ServiceError } from '../../ports.ts';
import type { Jira } from './api.ts';

// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-myself/
const WireMyself = v.object({
  displayName: v.optional(v.nullable(v.string())),
  emailAddress: v.optional(v.nullable(v.string())),
});

/**
 * Whom Jira takes the app for: `undefined` where the token may not ask that and may be good for all the rest. It alone
 * takes no stranger, so a bad token is always `signed out` here.
 */
export async function accountIn(jira: Jira): Promise<string | undefined> {
  try {
    const me = await jira.ask(WireMyself, 'myself', (api) => api.getCurrentUser());
    return me.displayName ?? me.emailAddress ?? undefined;
  } catch (error) {
    if (error instanceof ServiceError && error.trouble === 'forbidden') return undefined;
    throw error;
  }
}
