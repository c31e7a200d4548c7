/** The heading as it stands at one moment: which node, which text. Nodes are compared by identity only. */
export interface HeadingSample {
  node: object;
  text: string;
}

/** What stood on the page when the record's URL was committed. */
export interface Standing {
  /** The heading accepted for the record before this one, or found standing; null: none. */
  sample: HeadingSample | null;
  /**
   * True where `sample` is all the page can still show of earlier records: the former record's heading had
   * settled, or the document is new. False after quick steps A → B → C: B's heading may yet appear under C's URL.
   */
  certain: boolean;
  /** True where the heading had been confirmed for this very URL and then changed: the page swapped records. */
  swapped: boolean;
}

/**
 * Does the heading name the record's account?
 * `pending`: asked, no answer yet. `own`: a contact, opportunity or ticket whose name nobody can confirm.
 * `linked`: as `own`, and the account is known only by a link on the page, which may be older than the heading.
 */
export type HeadingAnswer = 'same' | 'different' | 'unknown' | 'pending' | 'own' | 'linked';

/** A few frames: a heading drawn in two steps is complete after them. */
export const FRAMES_MS = 50;
/** Longer than a label that stands in for the heading while its text is fetched. */
export const PLACEHOLDER_MS = 400;
/** Longer than the longest time seen between a URL and its heading on running CRMs (1.4 s). */
export const RACE_MS = 1_500;
/** The link to the account is looked for again so long (ms) after the page changed. */
export const LINK_LOOK_AFTER = 250;
/** A heading that never changed since the URL did: both records have one name, or the heading came first. */
export const UNCHANGED_MS = 2_500;

/**
 * How long (ms) a heading must have stood unchanged before the badge may be drawn beside it;
 * `Infinity`: never under this URL. The URL runs ahead of the heading by up to 1.4 s, and "back" shows the
 * former record's heading under the next one's URL, so a heading counts only when the worker confirms its text
 * or when it cannot be a leftover.
 */
export function settleDelay(current: HeadingSample, standing: Standing, answer: HeadingAnswer): number {
  if (answer === 'same') return 0;
  if (standing.swapped) return Number.POSITIVE_INFINITY;
  const { sample, certain } = standing;
  const sameText = sample?.text === current.text;
  if (sameText && sample?.node === current.node) return UNCHANGED_MS;
  if (sameText || !certain) return RACE_MS;
  return answer === 'unknown' || answer === 'own' ? FRAMES_MS : PLACEHOLDER_MS;
}
