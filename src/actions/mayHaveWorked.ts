import { ServiceError } from '../ports.ts';

/** After such an error a write may have been applied: look before writing again, and claim neither. */
export function mayHaveWorked({ trouble }: ServiceError): boolean {
  return (
    trouble === 'collision' || trouble === 'down' || trouble === 'unreachable' || trouble === 'timed out'
  );
}

/**
 * The write whose outcome is not known after this failure, if any. A question that failed settles nothing about a write
 * before it; the next write does.
 */
export function doubtAfter(error: unknown, doubt: ServiceError | undefined): ServiceError | undefined {
  if (!(error instanceof ServiceError) || error.isRead) return doubt;
  return mayHaveWorked(error) ? error : undefined;
}
