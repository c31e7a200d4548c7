import type { OutboxEntry } from '../cache/database.ts';
import type { Notebook } from '../cache/notebook.ts';
import type { Communication } from '../contract/communications.ts';
import type { Feedback } from '../contract/feedback.ts';
import { SyncError } from '../errors/sync-error.ts';
import type { ApiClient } from './api-client.ts';

/** What the API has confirmed. */
export interface Sent {
  feedback: Feedback[];
  communications: Communication[];
}

/**
 * Sends what waits, oldest first. The API knows each entry by its id, so that a lost answer does no harm. An entry
 * that the API will never take is marked and stays for its writer to see; any other failure ends the attempt.
 * @returns what arrived, also where a later one failed
 */
export async function sendOutbox(
  notebook: Notebook,
  api: ApiClient,
  entries: readonly OutboxEntry[],
  signal: AbortSignal,
): Promise<Sent> {
  const sent: Sent = { feedback: [], communications: [] };
  for (const entry of entries) {
    if (entry.refused) continue;
    try {
      if (entry.kind === 'feedback') sent.feedback.push(await api.sendFeedback(entry.input, signal));
      else sent.communications.push(await api.sendCommunication(entry.input, signal));
      await notebook.remove(entry.id);
    } catch (error) {
      if (!(error instanceof SyncError) || !isFinal(error)) return sent;
      await notebook.put({ ...entry, refused: true });
    }
  }
  return sent;
}

/** Problem documents of our own API that no repetition changes. */
function isFinal({ cause }: SyncError): boolean {
  return cause === 'invalid-request' || cause === 'not-found' || cause === 'forbidden';
}
