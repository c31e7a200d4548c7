/** The middle value; the lower one of two. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Smallest value that so large a share of all does not exceed. @param share above 0, up to 1 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Mean of the middle half: clocks of pages tick in tenths of a millisecond, too coarse for a median of short times. */
export function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const quarter = Math.floor(sorted.length / 4);
  const half = sorted.slice(quarter, sorted.length - quarter);
  return half.reduce((sum, value) => sum + value, 0) / half.length;
}
