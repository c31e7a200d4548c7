import type { WordsRow } from '../../lib/contract/words-row.ts';

/** A way to keep accounts in the browser, as another project would. */
export interface Peer {
  /** Fetches all accounts into an empty store. */
  sync(origin: string): Promise<void>;
  /** Fetches accounts that have changed, or all of them once more, over those that are there. */
  update(url: string): Promise<void>;
  /** One account by any of its record keys. */
  find(key: string): Promise<WordsRow | null>;
  /** Several accounts by record keys; how many were found. */
  findMany(keys: readonly string[]): Promise<number>;
}

/** What the measuring page asks of a peer. */
export type PeerRequest =
  | { peer: string; verb: 'sync'; origin: string }
  | { peer: string; verb: 'update'; url: string }
  | { peer: string; verb: 'find'; key: string }
  | { peer: string; verb: 'findMany'; keys: string[] };

export function answerOf(peer: Peer, request: PeerRequest): Promise<unknown> {
  switch (request.verb) {
    case 'sync':
      return peer.sync(request.origin);
    case 'update':
      return peer.update(request.url);
    case 'find':
      return peer.find(request.key);
    case 'findMany':
      return peer.findMany(request.keys);
  }
}
