import type { ServiceError } from '../ports.ts';

/** After such an error a write may have been applied: look before writing again, and claim neither. */
export function mayHaveWorked({ trouble }: ServiceError): boolean {
  return (
    trouble === 'collision' || trouble === 'down' || trouble === 'unreachable' || trouble === 'timed out'
  );
}
