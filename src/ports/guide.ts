import type { Notice } from '../domain/notice.ts';

/**
 * Where customers read an update inside the product: an article that the product reads, and a guide that shows it. Every
 * method throws a `ServiceError`; all of them may be repeated.
 */
export interface InAppGuide {
  /** What is published, once for each language that the article has. */
  pages(): Promise<readonly NoticePage[]>;
  publish(locale: string, notices: readonly Notice[]): Promise<void>;
  /** Whether the guide is shown, in the guide's own word. */
  state(): Promise<{ readonly isShown: boolean; readonly word: string }>;
  /** Sets whom the guide is for, where the settings say so. */
  aim(): Promise<void>;
  /** Shows the guide to those it is for, or takes it away. Only `state` says whether that worked. */
  show(isShown: boolean): Promise<void>;
  /** What the guide and its segment are called; the segment is absent where the settings name none. */
  check(): Promise<GuideCheck>;
}

export interface GuideCheck {
  readonly name: string;
  readonly word: string;
  readonly segment?: { readonly name: string } | 'missing' | undefined;
}

export interface NoticePage {
  /** Such as en-us. */
  readonly locale: string;
  /** Whether everybody may read it without signing in. */
  readonly isPublic: boolean;
  readonly notices: readonly Notice[];
}
