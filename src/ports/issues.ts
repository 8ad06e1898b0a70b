import type { Issue, IssueLink, IssueMark, IssueText } from '../domain/issue.ts';

/**
 * The tracker in which Engineering works. Issues are named by their id or key; answers carry the key as it is now. Every
 * method throws a `ServiceError`; `missing` also stands for an issue that the account in the settings may not see.
 */
export interface IssueTracker {
  /** Where people read an issue; `undefined` when the account's settings do not name the site. */
  urlOf(key: string): string | undefined;
  read(idOrKey: string): Promise<Issue>;
  /** Issues with these words, or the one with this key; the last changed first, at most 10. */
  search(words: string): Promise<Issue[]>;
  /** Issues that say they belong to this incident. The tracker's index may lag by seconds behind `create`. */
  findMarked(mark: IssueMark): Promise<Issue[]>;
  /** What filing an issue in the account's project asks for. */
  demands(): Promise<IssueDemands>;
  create(issue: NewIssue): Promise<{ readonly id: string; readonly key: string }>;
  /** Writes down on an issue that somebody else has filed that it belongs to this incident. */
  mark(id: string, mark: IssueMark): Promise<void>;
  /** Sets the day on which an issue is due; `refused` where that field is not on its screen. Repeating it changes nothing. */
  setDue(id: string, day: string): Promise<void>;
  /** The incident that an issue says it belongs to. */
  markOf(id: string): Promise<IssueMark | undefined>;
  /** Every link of ours on the issue; links of others are left out, and counted in `others`. */
  links(id: string): Promise<{ readonly ours: readonly IssueLink[]; readonly others: number }>;
  /** Makes the link, or brings it up to date; repeating it changes nothing. */
  putLink(id: string, link: IssueLink): Promise<void>;
  /** Takes the link away; it need not be there. */
  dropLink(id: string, linkId: string): Promise<void>;
  /** Adds a comment that a service desk's customers do not see; the answer is its id. */
  comment(id: string, text: IssueText): Promise<string>;
  /** Replaces a comment of ours; `missing` when somebody has deleted it. */
  editComment(id: string, commentId: string, text: IssueText): Promise<void>;
  /** The newest comments, at most 100, newest first. */
  newestComments(id: string): Promise<readonly PostedComment[]>;
  /** Small facts of ours that live on the issue, by name; `undefined` when never written. */
  fact(id: string, name: string): Promise<unknown>;
  setFact(id: string, name: string, value: unknown): Promise<void>;
  /** What the account in the settings may do, for the admin who asks. */
  rights(): Promise<IssueRights>;
}

/** A comment as far as it tells whether it is one of ours. */
export interface PostedComment {
  readonly id: string;
  /** Where its lines lead. */
  readonly addresses: readonly string[];
}

/** What filing asks for: the kinds of issue, and the fields that the chosen kind needs beyond those that Allclear fills. */
export interface IssueDemands {
  readonly kinds: readonly IssueKind[];
}

export interface IssueKind {
  readonly id: string;
  readonly name: string;
  /** Required fields that have no default and that Allclear does not fill by itself. */
  readonly fields: readonly DemandedField[];
}

export interface DemandedField {
  readonly id: string;
  readonly name: string;
  /** `other`: the app has no way to ask for it, and the issue has to be filed in the tracker itself. */
  readonly kind: 'text' | 'long text' | 'number' | 'date' | 'choice' | 'choices' | 'other';
  readonly choices: readonly { readonly id: string; readonly name: string }[];
}

export interface NewIssue {
  readonly kind: string;
  readonly summary: string;
  readonly text: IssueText;
  readonly mark: IssueMark;
  /** Values for demanded fields by their id: text, a number, a date (`2026-11-25`), a choice's id, or several. */
  readonly values: Readonly<Record<string, string | number | readonly string[]>>;
}

export interface IssueRights {
  /** Who the tracker takes the app for. */
  readonly account: string;
  readonly project: string;
  /** Rights by the tracker's own names, such as `Create issues`, that the account lacks in the project. */
  readonly lacks: readonly string[];
}
