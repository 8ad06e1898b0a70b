import type { Composer, Draft } from '../domain/draft.ts';
import type { FieldKey } from '../domain/fields.ts';
import type { Brand, Customer } from '../domain/reply.ts';
import type { TicketId, TicketStatus } from '../domain/ticket.ts';

/** The ticket that is open in front of the agent: its form and composer, unsaved changes included. */
export interface TicketForm {
  /** What must not change between a decision and its insertion. */
  look(): Promise<FormLook>;
  customer(): Promise<Customer & { readonly id?: number | undefined }>;
  brand(): Promise<Brand>;
  composer(): Promise<Composer>;
  insert(html: string): Promise<void>;
  replaceComposer(html: string): Promise<void>;
  makePublic(): Promise<void>;
  fields(keys: readonly FieldKey[]): Promise<Partial<Record<FieldKey, string>>>;
  /** Sets fields in the open form; they are saved when the agent submits. False when one of them is not on this form. */
  setFields(values: Readonly<Partial<Record<FieldKey, string>>>): Promise<boolean>;
  /** Takes the machine's own fields out of the agent's sight; where Zendesk does not, they stay visible. */
  hide(keys: readonly FieldKey[]): void;
  notify(text: string, kind: 'notice' | 'alert' | 'error'): void;
  openTicket(id: TicketId): void;
  /** `check` runs before every save: the text it resolves with stops the save and is shown. Returns how to stop listening. */
  beforeSave(check: () => Promise<string | undefined>): () => void;
  afterSave(act: (outcome: 'saved' | 'failed') => void): () => void;
  /** The ticket was changed elsewhere, or in a way that matters here. */
  onChange(act: () => void): () => void;
  /** The agent goes to another of their open tickets, or comes back to this one. */
  onTurn(act: (isInFront: boolean) => void): () => void;
}

export interface FormLook {
  readonly ticket: TicketId;
  readonly status: TicketStatus;
  readonly channel: string;
}

/** Remembers the reply in the composer over a reload of the iframe; for this browser tab only. */
export interface DraftShelf {
  get(ticket: TicketId): Draft | undefined;
  keep(draft: Draft): void;
  drop(ticket: TicketId): void;
}
