/** Something Zendesk refuses: an HTTP answer for a single call, a failed row in a job. */
export class Refusal extends Error {
  readonly status: number;
  /** Zendesk's name for it, for example `RecordInvalid`. */
  readonly error: string;
  readonly details: Record<string, { description: string }[]> | undefined;

  constructor(
    status: number,
    error: string,
    description: string,
    details?: Record<string, { description: string }[]>,
  ) {
    super(description);
    this.status = status;
    this.error = error;
    this.details = details;
  }
}

export const notFound = () => new Refusal(404, 'RecordNotFound', 'Not found');
export const forbidden = (
  why = 'You do not have access to this page. Please contact the account owner of this help desk for further help.',
) => new Refusal(403, 'Forbidden', why);
export const badRequest = (description: string) => new Refusal(400, 'BadRequest', description);

/** One field's complaint in the shape of Zendesk's 422. */
export const invalid = (field: string, description: string) =>
  new Refusal(422, 'RecordInvalid', 'Record validation errors', { [field]: [{ description }] });

export const updateConflict = () =>
  new Refusal(409, 'UpdateConflict', 'Safe Update prevented the update due to outdated ticket data.');
