import type { IssueText } from '../../domain/issue.ts';
import type { IssueTracker } from '../../ports/issues.ts';
import { isMissing, type Jira, named, numbered } from './api.ts';
import { toLine } from './texts.ts';
import { MARK, toLink, toPosted, WireComment, WireComments, WireLinks } from './wire.ts';

type Talk = Pick<
  IssueTracker,
  'links' | 'putLink' | 'dropLink' | 'comment' | 'editComment' | 'newestComments'
>;

/** What hangs on an issue: links to the tickets of one Zendesk account, and comments. */
export function createTalk(
  jira: Jira,
  account: () => Promise<string>,
  toBody: (text: IssueText) => unknown,
): Talk {
  return {
    async links(id) {
      const [all, ours] = await Promise.all([
        jira.ask(WireLinks, 'remotelink', (api) => api.getRemoteLinks(named(id))),
        account().then(linkPrefix),
      ]);
      const links = all.map(toLink);
      const found = links.filter((link) => link.id.startsWith(ours));
      return { ours: found, others: links.length - found.length };
    },
    // Whatever is left out is emptied, so all of it is sent. Without `globalId` each would be another link.
    // https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-remote-links/#api-rest-api-3-issue-issueidorkey-remotelink-post
    putLink(id, link) {
      const body = {
        globalId: link.id,
        application: { type: 'com.zendesk', name: 'Zendesk' },
        relationship: toLine(link.relationship),
        object: {
          url: link.url,
          title: toLine(link.title),
          ...(link.summary && { summary: toLine(link.summary) }),
          status: { resolved: link.isResolved },
        },
      };
      return jira.tell((api) => api.createRemoteLink(named(id), body));
    },
    async dropLink(id, linkId) {
      const name = named(id);
      const path = `/issue/${name}/remotelink`;
      try {
        await jira.tell((api) => jira.call(api, path, { method: 'DELETE', qs: { globalId: linkId } }));
      } catch (error) {
        if (!isMissing(error)) throw error;
        // Which of the two is missing it does not say.
        await jira.tell((api) => api.findIssue(name, '', 'updated', MARK));
      }
    },
    async comment(id, text) {
      const body = { body: toBody(text), properties: INTERNAL };
      return (await jira.ask(WireComment, 'comment', (api) => api.addCommentAdvanced(named(id), body))).id;
    },
    async editComment(id, commentId, text) {
      const path = `/issue/${named(id)}/comment/${numbered(commentId)}`;
      const body = { body: toBody(text), properties: INTERNAL };
      const qs = { notifyUsers: false };
      await jira.tell((api) => jira.call(api, path, { method: 'PUT', body, qs }));
    },
    async newestComments(id) {
      const path = `/issue/${named(id)}/comment`;
      const qs = { orderBy: '-created', maxResults: NEWEST };
      const { comments } = await jira.ask(WireComments, 'comment', (api) => jira.call(api, path, { qs }));
      return comments.map(toPosted);
    },
  };
}

const NEWEST = 100;

// A comment is public in a service desk's project unless it says this.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/
const INTERNAL = [{ key: 'sd.public.comment', value: { internal: true } }];

const linkPrefix = (account: string) => `system=https://${account}.zendesk.com&`;
