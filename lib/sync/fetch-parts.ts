import type { PartRef } from '../contract/manifest.ts';

const PARALLEL = 4;

/**
 * Fetches and stores parts, a few at a time; the first failure stops the others. What is stored stays stored.
 * @param store fetches, verifies and stores one part
 * @param onProgress called with the number of parts stored so far
 */
export async function fetchParts(
  refs: readonly PartRef[],
  store: (ref: PartRef, signal: AbortSignal) => Promise<void>,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const queue = refs.values();
  const failed = new AbortController();
  const both = AbortSignal.any([signal, failed.signal]);
  let done = 0;
  const work = async (): Promise<void> => {
    for (const ref of queue) {
      if (both.aborted) return;
      await store(ref, both);
      done++;
      onProgress(done);
    }
  };
  const workers = Array.from({ length: PARALLEL }, () =>
    work().catch((error: unknown) => {
      failed.abort();
      throw error;
    }),
  );
  // All have stopped before anyone hears of a failure: nothing is written behind the next step's back.
  const ends = await Promise.allSettled(workers);
  const first = ends.find((end) => end.status === 'rejected');
  if (first !== undefined) throw firstCause(ends);
  signal.throwIfAborted();
}

/** Workers that were stopped fail as well, as if offline: the failure that stopped them is the one to tell. */
function firstCause(ends: readonly PromiseSettledResult<void>[]): unknown {
  const reasons = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
  return reasons.find((reason) => (reason as { kind?: unknown }).kind !== 'offline') ?? reasons[0];
}
