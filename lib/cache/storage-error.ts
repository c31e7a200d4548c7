import { SyncError } from '../errors/sync-error.ts';

/** Names IndexedDB gives to a full disk or quota. */
const FULL = /quota|disk.*full|no space/i;

/** An error of IndexedDB as ours; our own pass through. */
export function storageError(error: unknown): SyncError {
  if (error instanceof SyncError) return error;
  return new SyncError(FULL.test(String(error)) ? 'storage-full' : 'storage-broken', { cause: error });
}

/** Runs work on the database; its errors come out as ours. @throws SyncError 'storage-broken', 'storage-full' */
export async function guarded<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storageError(error);
  }
}
