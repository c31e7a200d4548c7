/** A page of a contact, opportunity or ticket without a heading that is known. */
export interface LinkedPage {
  document: Document;
  /** Key of the one account the page links to, or ''. */
  linkedKey(): string;
  /** The page belongs to this account; '' when it no longer does. */
  onLinked(key: string): void;
  signal: AbortSignal;
}
