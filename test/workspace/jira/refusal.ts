/** Something Jira refuses, in its own form: messages, or a complaint for each field. */
export class JiraRefusal extends Error {
  readonly status: number;
  readonly errors: Readonly<Record<string, string>>;

  constructor(status: number, message: string, errors: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.errors = errors;
  }

  get body() {
    return { errorMessages: this.message ? [this.message] : [], errors: { ...this.errors } };
  }
}

export const badRequest = (message: string) => new JiraRefusal(400, message);
export const badFields = (errors: Readonly<Record<string, string>>) => new JiraRefusal(400, '', errors);
export const noIssue = () =>
  new JiraRefusal(404, 'Issue does not exist or you do not have permission to see it.');
export const forbidden = (message: string) => new JiraRefusal(403, message);
export const unauthenticated = () =>
  new JiraRefusal(401, 'You are not authenticated. Authentication required to perform this operation.');
