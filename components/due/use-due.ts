import { useCallback } from 'react';
import type { PageClient } from '../../lib/messaging/page-client.ts';

/** Most entries of the due list: what fits into a day. */
const LIMIT = 12;

export function useDue(client: PageClient) {
  return useCallback(() => client.ask({ verb: 'dueList', limit: LIMIT }), [client]);
}
