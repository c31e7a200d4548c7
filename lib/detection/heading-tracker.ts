import { type HeadingAnswer, type HeadingSample, type Standing, settleDelay } from './heading-settle.ts';

/** What a look at the page leads to. `nextLookIn`: ms until the next look if nothing changes before. */
export type HeadingVerdict =
  | { act: 'draw'; sample: HeadingSample }
  | { act: 'wait' | 'hide'; nextLookIn: number };

export interface HeadingTracker {
  /** True while a heading is accepted. */
  readonly settled: HeadingSample | null;
  /** Takes in what stands on the page at `now` (ms). `answerFor` may start to ask and say `pending`. */
  look(sample: HeadingSample | null, answerFor: () => HeadingAnswer, now: number): HeadingVerdict;
}

/**
 * Follows the heading of one record's page from commit to leave. Pure: no DOM, no clock.
 * `hide` is said once, when an accepted heading has gone or changed; the badge goes at once and the new
 * heading has to settle like the first.
 */
export function createHeadingTracker(atCommit: Standing): HeadingTracker {
  let standing = atCommit;
  let settled: HeadingSample | null = null;
  let settledAnswer: HeadingAnswer | null = null;
  let lastAccepted: HeadingSample | null = null;
  let current: HeadingSample | null = null;
  let since = 0;

  /** The accepted heading is no longer there: what comes next is judged against it. */
  function doubt(): void {
    standing = {
      sample: settled,
      certain: false,
      swapped: standing.swapped || settledAnswer === 'same',
    };
    settled = null;
  }

  return {
    get settled() {
      return settled;
    },
    look(sample, answerFor, now) {
      const hid = settled !== null && settled.text !== sample?.text;
      if (hid) doubt();
      const wait = (nextLookIn: number): HeadingVerdict => ({ act: hid ? 'hide' : 'wait', nextLookIn });
      if (!sample) {
        current = null;
        return wait(Number.POSITIVE_INFINITY);
      }
      if (current?.node !== sample.node || current.text !== sample.text) {
        current = sample;
        since = now;
      }
      const answer = answerFor();
      // The same text under the same URL, drawn anew: nothing has changed but the node.
      const redrawn = lastAccepted?.text === sample.text;
      const left = (redrawn ? 0 : settleDelay(sample, standing, answer)) - (now - since);
      if (left > 0) return wait(left);
      settled = sample;
      lastAccepted = sample;
      settledAnswer = answer;
      return { act: 'draw', sample };
    },
  };
}
