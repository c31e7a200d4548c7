import type { ErrorCode } from '../../lib/contract/page-messages.ts';
import { SyncError } from '../../lib/errors/sync-error.ts';
import { normaliseApiAddress } from '../../lib/sync/api-address.ts';
import { answersAtAll } from '../../lib/sync/api-fetch.ts';
import { errorCodeOf } from '../../lib/sync/error-code.ts';
import type { Worker } from './worker.ts';

/** Tries address and token and keeps them only when the API accepts both. @returns null when it does */
export async function connect(
  worker: Worker,
  { apiUrl, token, remember }: { apiUrl: string; token: string; remember: boolean },
): Promise<ErrorCode | null> {
  const address = normaliseApiAddress(apiUrl);
  const { apiUrl: prescribed, rememberSignIn } = worker.managed;
  if (address === null || (prescribed !== undefined && address !== normaliseApiAddress(prescribed))) {
    return 'bad-address';
  }
  const trimmed = token.trim();
  // A header takes visible ASCII only; anything else was never a token of ours.
  if (!/^[\x21-\x7e]+$/.test(trimmed)) return 'wrong-token';
  const connection = { apiUrl: address, token: trimmed };
  try {
    const { user } = await worker.api(connection).me(AbortSignal.timeout(20_000));
    // Whoever signs in sees nothing of the one before, not even until the sync has found out.
    if (worker.cache.visible !== null && worker.cache.visible.user !== user) worker.cache.lock();
  } catch (error) {
    if (!(error instanceof SyncError)) return 'server-error';
    const foreign =
      error.kind === 'offline' && (await answersAtAll(address, worker.fetch, AbortSignal.timeout(5_000)));
    return foreign ? 'not-an-api' : errorCodeOf(error.kind);
  }
  try {
    await worker.credentials.set(connection, remember && rememberSignIn !== false);
  } catch {
    await worker.credentials.clear().catch(() => {});
    return 'storage-broken';
  }
  await worker.change(() => ({ apiUrl: address }));
  void worker.sync.connected();
  return null;
}
