import { MAX_PACK_PARTS, type PartRef } from '../contract/manifest.ts';
import { PartWriter, type PartWriterOptions } from './part-writer.ts';
import type { TakePart } from './split-parts.ts';

/** Packs fetched at a time. */
const PARALLEL = 3;
/** Bytes asked for in one request: a first sync is a question of round trips. */
const PACK_BYTES = 2 * 1024 * 1024;
/** The first request is small, for there is nothing to do before it is answered; each one is twice the one before. */
const FIRST_PACK_BYTES = 512 * 1024;

export interface PartTransfer extends PartWriterOptions {
  /** Fetches the parts of one pack and hands each over when it is complete. */
  fetch: (refs: readonly PartRef[], take: TakePart, signal: AbortSignal) => Promise<void>;
}

/** Fetches and stores packs of parts, a few at a time; the first failure stops the others. What is stored stays stored. */
export async function fetchParts(
  packs: readonly (readonly PartRef[])[],
  { fetch, ...storing }: PartTransfer,
  signal: AbortSignal,
): Promise<void> {
  const queue = packs.values();
  const failed = new AbortController();
  const both = AbortSignal.any([signal, failed.signal]);
  const writer = new PartWriter(storing);
  const take: TakePart = async (ref, bytes) => {
    writer.take(ref, bytes);
    await writer.room();
  };
  const work = async (): Promise<void> => {
    for (const pack of queue) {
      if (both.aborted) return;
      await fetch(pack, take, both);
    }
  };
  const workers = Array.from({ length: PARALLEL }, () =>
    work().catch((error: unknown) => {
      failed.abort();
      throw error;
    }),
  );
  // All have stopped before anyone hears of a failure: nothing is written behind the next step's back.
  const fetched = await Promise.allSettled(workers);
  const [stored] = await Promise.allSettled([writer.end()]);
  const ends = [...fetched, stored];
  if (ends.some(({ status }) => status === 'rejected')) throw firstCause(ends);
  signal.throwIfAborted();
}

/** Parts in the order given, cut where a pack is large enough. */
export function packsOf(refs: readonly PartRef[]): PartRef[][] {
  const packs: PartRef[][] = [];
  let most = FIRST_PACK_BYTES;
  let size = Number.POSITIVE_INFINITY;
  for (const ref of refs) {
    const last = packs.at(-1);
    if (last === undefined || size + ref.bytes > most || last.length === MAX_PACK_PARTS) {
      if (last !== undefined) most = Math.min(most * 2, PACK_BYTES);
      packs.push([ref]);
      size = ref.bytes;
    } else {
      last.push(ref);
      size += ref.bytes;
    }
  }
  return packs;
}

/** Workers that were stopped fail as well, as if offline: the failure that stopped them is the one to tell. */
function firstCause(ends: readonly PromiseSettledResult<void>[]): unknown {
  const reasons = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
  return reasons.find((reason) => (reason as { kind?: unknown }).kind !== 'offline') ?? reasons[0];
}
