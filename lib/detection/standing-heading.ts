import { type HeadingSample, RACE_MS, type Standing } from './heading-settle.ts';

/** Remembers, from record to record, which heading the page may still be showing. */
export interface StandingHeading {
  /** A record's heading has settled. */
  settled(sample: HeadingSample): void;
  /** A record's page was left; `settled` false: before its heading could settle. */
  left(settled: boolean, now: number): void;
  /** What may stand under a URL committed at `now`. */
  at(now: number): Standing;
}

/**
 * @param freshDocument true when the script runs from the document's start: nothing can stand there yet
 * @param now ms, the clock of `left` and `at`
 */
export function createStandingHeading(freshDocument: boolean, now: number): StandingHeading {
  let sample: HeadingSample | null = null;
  let uncertainUntil = freshDocument ? 0 : now + RACE_MS;
  return {
    settled: (next) => {
      sample = next;
    },
    left: (settled, at) => {
      if (!settled) uncertainUntil = at + 2 * RACE_MS;
    },
    at: (at) => ({ sample, certain: at >= uncertainUntil, swapped: false }),
  };
}
