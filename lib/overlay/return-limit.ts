/** What to do when the page has taken the badge away. */
export type ReturnAdvice = { act: 'return' } | { act: 'later'; inMs: number } | { act: 'surrender' };

/** So many returns within the window are ordinary re-rendering. */
const RETURNS = 10;
const WINDOW_MS = 5_000;
const PAUSES_MS = [500, 1_000, 2_000, 4_000];

/**
 * Re-rendering takes the badge away and it returns at once; a page that fights it gets longer and longer
 * pauses and at last its peace: the badge docks.
 */
export function createReturnLimit(): (now: number) => ReturnAdvice {
  let times: number[] = [];
  let pauses = 0;
  return (now) => {
    times = times.filter((time) => now - time < WINDOW_MS);
    times.push(now);
    if (times.length <= RETURNS) return { act: 'return' };
    times = [];
    const inMs = PAUSES_MS[pauses++];
    return inMs === undefined ? { act: 'surrender' } : { act: 'later', inMs };
  };
}
