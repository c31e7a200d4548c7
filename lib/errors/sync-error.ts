import { TierlensError } from './tierlens-error.ts';

/** Why an exchange with the API or the local store failed; decides what the sync does next. */
export const FAILURE_KINDS = [
  'offline',
  'wrong-token',
  'access-withdrawn',
  'start-over',
  'not-published',
  'not-an-api',
  'bad-data',
  'api-too-new',
  'server-error',
  'storage-full',
  'storage-broken',
] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

const FIX: Record<FailureKind, string> = {
  offline: 'The API cannot be reached; check the network and the address.',
  'wrong-token': 'The API does not accept the access token; paste a new one in the options.',
  'access-withdrawn': 'Access was withdrawn; ask the operations team.',
  'start-over': 'The API asks to fetch all data anew; this happens by itself.',
  'not-published': 'Nothing is published yet; run `tierlens publish`.',
  'not-an-api': 'The address does not answer like a Tierlens API; check it in the options.',
  'bad-data': 'The API sent data that do not fit together; they were not used and are fetched again.',
  'api-too-new': 'The API is newer than this extension; update the extension.',
  'server-error': 'The API reports an error; it is asked again later.',
  'storage-full': 'The disk or the browser quota is full; free some space.',
  'storage-broken': 'The local database cannot be read; it is rebuilt by itself.',
};

export class SyncError extends TierlensError {
  readonly kind: FailureKind;
  /** What the server asked for, ms; null when it did not. */
  readonly retryAfterMs: number | null;

  constructor(kind: FailureKind, options?: { cause?: unknown; retryAfterMs?: number | null }) {
    super(kind, FIX[kind], { cause: options?.cause });
    this.kind = kind;
    this.retryAfterMs = options?.retryAfterMs ?? null;
  }
}
