import { SyncError } from '../errors/sync-error.ts';

/** Names Dexie and IndexedDB give to a full disk or quota. */
const FULL = /quota|disk.*full|no space/i;

/** An IndexedDB or Dexie error as ours; our own pass through. */
export function storageError(error: unknown): SyncError {
  if (error instanceof SyncError) return error;
  const inner = (error as { inner?: unknown } | null)?.inner;
  if (inner instanceof SyncError) return inner;
  const text = `${String(error)} ${String(inner ?? '')}`;
  return new SyncError(FULL.test(text) ? 'storage-full' : 'storage-broken', { cause: error });
}

/** Runs work on the database; its errors come out as ours. @throws SyncError 'storage-broken', 'storage-full' */
export async function guarded<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storageError(error);
  }
}
