import type { PageMark, PageUpdate } from '../domain/pageText.ts';

/** Where the public reads how things stand. Every method throws a `ServiceError`. */
export interface StatusPage {
  /** An incident of the page; `missing` when somebody has deleted it. */
  read(id: string): Promise<PageIncident>;
  /** The newest incident that says it is this one, among the last 100; `undefined` when there is none. */
  find(mark: PageMark): Promise<PageIncident | undefined>;
  create(update: PageUpdate): Promise<PageIncident>;
  /** Adds an update. Not to be repeated before a look: each one stands on the page. */
  add(id: string, update: PageUpdate): Promise<PageIncident>;
  /** The page's name, the names of its components that the settings name, and the ids among those that it does not have. */
  check(): Promise<PageCheck>;
}

export interface PageCheck {
  readonly name: string;
  readonly components: readonly string[];
  readonly lacks: readonly string[];
}

export interface PageIncident {
  readonly id: string;
  /** Where people read it, as far as the page says so. */
  readonly url?: string | undefined;
  /** Our newest update that it shows; `undefined` when it is not ours. */
  readonly n?: number | undefined;
  /** In the page's own word, whoever has set it. */
  readonly stage?: string | undefined;
}
