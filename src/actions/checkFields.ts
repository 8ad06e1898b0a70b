import type { FieldKey } from '../domain/fields.ts';
import type { ModalPorts } from '../ports/batches.ts';
import { ServiceError } from '../ports.ts';

export type FieldsFinding =
  | { readonly is: 'ready' }
  | { readonly is: 'lacking'; readonly fields: readonly FieldKey[] }
  | { readonly is: 'unknown'; readonly error: ServiceError };

/** Whether the account has the ticket fields that Allclear keeps everything in. */
export async function checkFields({ lacksFields }: Pick<ModalPorts, 'lacksFields'>): Promise<FieldsFinding> {
  try {
    const fields = await lacksFields();
    return fields.length === 0 ? { is: 'ready' } : { is: 'lacking', fields };
  } catch (error) {
    if (error instanceof ServiceError) return { is: 'unknown', error };
    throw error;
  }
}
