import type { ServiceError } from '../ports.ts';

/** After such an error a write may have been applied: look before writing again, and claim neither. */
export function mayHaveWorked({ trouble }: ServiceError): boolean {
  return (
    trouble === 'collision' || trouble === 'down' || trouble === 'unreachable' || trouble === 'timed out'
  );
}

/** When the look after a write in doubt fails, the doubt is what counts: the look's own error would say that nothing was changed. */
export function orRather(doubt: ServiceError | undefined): (error: unknown) => never {
  return (error) => {
    throw doubt ?? error;
  };
}
