import type { FetchedPart } from '../cache/verify-part.ts';
import { MAX_PACK_PARTS, type PartRef } from '../contract/manifest.ts';

/** Packs fetched at a time: while one is on its way another is verified, sealed and written. */
const PARALLEL = 3;
/** Bytes asked for in one request and written in one transaction: a first sync is a question of round trips. */
const PACK_BYTES = 2 * 1024 * 1024;
/** On a slow line what has come is written after this time (ms): a worker that is killed fetches no more again. */
const LONGEST_WAIT_MS = 2_000;

export interface PartTransfer {
  /** Fetches the parts of one pack and hands each over when it is complete. */
  fetch: (
    refs: readonly PartRef[],
    take: (ref: PartRef, bytes: ArrayBuffer) => void,
    signal: AbortSignal,
  ) => Promise<void>;
  /** Verifies and stores some parts. */
  store: (parts: readonly FetchedPart[]) => Promise<void>;
  /** Called with the number of parts stored so far. */
  onProgress: (done: number) => void;
  /** Clock, ms. */
  now: () => number;
}

/** Fetches and stores parts, a few packs at a time; the first failure stops the others. What is stored stays stored. */
export async function fetchParts(
  refs: readonly PartRef[],
  { onProgress, ...transfer }: PartTransfer,
  signal: AbortSignal,
): Promise<void> {
  const queue = packsOf(refs).values();
  const failed = new AbortController();
  const both = AbortSignal.any([signal, failed.signal]);
  let done = 0;
  const stored = (count: number) => {
    done += count;
    onProgress(done);
  };
  const work = async (): Promise<void> => {
    for (const pack of queue) {
      if (both.aborted) return;
      await transferPack(pack, { ...transfer, onProgress: stored }, both);
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

/** Parts in the order given, cut where a pack is large enough. */
export function packsOf(refs: readonly PartRef[]): PartRef[][] {
  const packs: PartRef[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const ref of refs) {
    const last = packs.at(-1);
    if (last === undefined || size + ref.bytes > PACK_BYTES || last.length === MAX_PACK_PARTS) {
      packs.push([ref]);
      size = ref.bytes;
    } else {
      last.push(ref);
      size += ref.bytes;
    }
  }
  return packs;
}

/** One pack, written while it still arrives; also what came before a failure is written. */
async function transferPack(
  pack: readonly PartRef[],
  { fetch, store, onProgress, now }: PartTransfer,
  signal: AbortSignal,
): Promise<void> {
  const writes: Promise<void>[] = [];
  const failures: unknown[] = [];
  let batch: FetchedPart[] = [];
  let written = now();
  const write = () => {
    const parts = batch;
    batch = [];
    written = now();
    if (parts.length === 0) return;
    const stored = store(parts).then(() => onProgress(parts.length));
    writes.push(stored.catch((error: unknown) => void failures.push(error)));
  };
  const take = (ref: PartRef, bytes: ArrayBuffer) => {
    batch.push({ ref, bytes });
    // A clock that is set back waits no longer either.
    if (Math.abs(now() - written) > LONGEST_WAIT_MS) write();
    if (failures.length > 0) throw failures[0];
  };
  await fetch(pack, take, signal).catch((error: unknown) => void failures.push(error));
  write();
  await Promise.all(writes);
  if (failures.length > 0) throw failures[0];
}

/** Workers that were stopped fail as well, as if offline: the failure that stopped them is the one to tell. */
function firstCause(ends: readonly PromiseSettledResult<void>[]): unknown {
  const reasons = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
  return reasons.find((reason) => (reason as { kind?: unknown }).kind !== 'offline') ?? reasons[0];
}
