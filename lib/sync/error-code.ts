import type { ErrorCode } from '../contract/page-messages.ts';
import type { FailureKind } from '../errors/sync-error.ts';

const CODES: Record<FailureKind, ErrorCode> = {
  offline: 'api-unreachable',
  'wrong-token': 'wrong-token',
  'access-withdrawn': 'access-withdrawn',
  'start-over': 'bad-data',
  'not-published': 'not-published',
  'not-an-api': 'not-an-api',
  'bad-data': 'bad-data',
  'api-too-new': 'api-too-new',
  'server-error': 'server-error',
  'storage-full': 'storage-full',
  'storage-broken': 'storage-broken',
};

/** The named error that pages show for a failure. */
export function errorCodeOf(kind: FailureKind): ErrorCode {
  return CODES[kind];
}
