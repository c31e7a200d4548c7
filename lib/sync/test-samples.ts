import { FAILURE_KINDS } from '../errors/sync-error.ts';
import type { EventName, StateName, SyncEvent, SyncState } from './machine-types.ts';

export const NOW = 1_000_000;
export const moment = { now: NOW, jitter: 0.5 };
export const failure = (
  kind: (typeof FAILURE_KINDS)[number],
  retryAfterMs: number | null = null,
): SyncEvent => ({
  type: 'failed',
  failure: { kind, retryAfterMs },
  ...moment,
});

/** At least one of each; the types complain when a name is missing. */
export const STATES: Record<StateName, SyncState[]> = {
  booting: [{ name: 'booting' }],
  'signed-out': [
    { name: 'signed-out', error: null, locked: true },
    { name: 'signed-out', error: 'wrong-token', locked: false },
  ],
  idle: [
    { name: 'idle', error: null },
    { name: 'idle', error: 'not-published' },
  ],
  asking: [
    { name: 'asking', attempt: 0 },
    { name: 'asking', attempt: 7 },
  ],
  listing: [{ name: 'listing', attempt: 1 }],
  fetching: [{ name: 'fetching', attempt: 2, done: 3, total: 9 }],
  switching: [{ name: 'switching', attempt: 0, total: 9 }],
  waiting: [{ name: 'waiting', attempt: 3, until: NOW + 1, error: 'api-unreachable' }],
  clearing: [
    { name: 'clearing', attempt: 1, next: 'retry', error: null },
    { name: 'clearing', attempt: 1, next: 'idle', error: 'not-published' },
    { name: 'clearing', attempt: 0, next: 'ask', error: null },
    { name: 'clearing', attempt: 0, next: 'signed-out', error: 'access-withdrawn' },
  ],
};
export const EVENTS: Record<EventName, SyncEvent[]> = {
  booted: [
    { type: 'booted', credentials: true, hasData: true, backoff: null },
    { type: 'booted', credentials: false, hasData: true, backoff: null },
    {
      type: 'booted',
      credentials: true,
      hasData: false,
      backoff: { attempt: 2, until: NOW, error: 'server-error' },
    },
  ],
  connected: [{ type: 'connected' }],
  tick: [
    { type: 'tick', now: NOW, force: false },
    { type: 'tick', now: NOW, force: true },
  ],
  me: [
    { type: 'me', published: true, changed: true },
    { type: 'me', published: true, changed: false },
    { type: 'me', published: false, changed: true },
  ],
  manifest: [
    { type: 'manifest', missing: 0 },
    { type: 'manifest', missing: 4 },
  ],
  progress: [{ type: 'progress', done: 5 }],
  fetched: [{ type: 'fetched' }],
  switched: [{ type: 'switched' }],
  failed: FAILURE_KINDS.map((kind) => failure(kind)),
  'sign-out': [{ type: 'sign-out' }],
  wipe: [{ type: 'wipe' }],
  cleared: [{ type: 'cleared', ...moment }],
  'part-lost': [{ type: 'part-lost', losses: 3, ...moment }],
};
