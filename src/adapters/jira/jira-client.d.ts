// The published types are of an older version, keep `doRequest` to themselves and answer with `any`; these are of the
// part that the app uses. https://github.com/jira-node/node-jira-client
declare module 'jira-client' {
  export interface JiraRequest {
    /** The whole address, percent-decoded. */
    readonly uri: string;
    readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
    readonly body?: unknown;
    readonly qs?: Readonly<Record<string, string | number | boolean>>;
    /** Ours: it asks and changes nothing, whatever its method. */
    readonly isRead?: boolean;
  }

  export interface JiraOptions {
    protocol: 'https';
    host: string;
    port?: string;
    base?: string;
    apiVersion: '2' | '3';
    request: (options: JiraRequest) => Promise<unknown>;
  }

  export default class JiraApi {
    constructor(options: JiraOptions);
    findIssue(idOrKey: string, expand: string, fields: string, properties: string): Promise<unknown>;
    addNewIssue(issue: unknown): Promise<unknown>;
    updateIssue(idOrKey: string, change: unknown): Promise<unknown>;
    addCommentAdvanced(idOrKey: string, comment: unknown): Promise<unknown>;
    createRemoteLink(idOrKey: string, link: unknown): Promise<unknown>;
    getRemoteLinks(idOrKey: string): Promise<unknown>;
    getCurrentUser(): Promise<unknown>;
    doRequest(request: JiraRequest): Promise<unknown>;
    makeRequestHeader(uri: string, options?: Partial<JiraRequest>): JiraRequest;
    makeUri(parts: { pathname: string }): string;
  }
}
