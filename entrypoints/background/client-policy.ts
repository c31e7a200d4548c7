import { ClientPolicy, NO_CLIENT_POLICY } from '../../lib/contract/client-policy.ts';
import type { StorageArea } from '../../lib/util/storage-area.ts';
import type { Worker } from './worker.ts';

const KEY = 'clientPolicy';
/** Asked for again after this time (ms): how long a broken adapter may go on after it was switched off. */
const MAX_AGE_MS = 15 * 60_000;

/** The policy as last heard; an unreadable one is none. */
export async function readClientPolicy(area: StorageArea): Promise<ClientPolicy> {
  const parsed = ClientPolicy.safeParse((await area.get(KEY))[KEY]);
  return parsed.data ?? NO_CLIENT_POLICY;
}

/** Asks the API where that is due. What was heard last holds while it cannot be reached. */
export async function refreshClientPolicy(worker: Worker): Promise<void> {
  if (worker.now() - worker.clientPolicyAt < MAX_AGE_MS) return;
  worker.clientPolicyAt = worker.now();
  const connection = await worker.connection();
  if (connection === null) return;
  try {
    const policy = await worker.api(connection).clientPolicy(AbortSignal.timeout(20_000));
    if (JSON.stringify(policy) === JSON.stringify(worker.clientPolicy)) return;
    worker.clientPolicy = policy;
    await worker.local.set({ [KEY]: policy });
    worker.onChange();
  } catch {
    // The API is asked again with the next contact.
  }
}
