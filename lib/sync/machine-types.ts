import type { ErrorCode } from '../contract/page-messages.ts';
import type { FailureKind } from '../errors/sync-error.ts';

/** Where the sync stands. `attempt` counts failures in a row; only a completed sync sets it back. */
export type SyncState =
  | { name: 'booting' }
  /** `locked`: data are stored, but nobody is signed in; they are shown to nobody. */
  | { name: 'signed-out'; error: ErrorCode | null; locked: boolean }
  | { name: 'idle'; error: 'not-published' | null }
  | { name: 'asking'; attempt: number }
  | { name: 'listing'; attempt: number }
  | { name: 'fetching'; attempt: number; done: number; total: number }
  | { name: 'switching'; attempt: number; total: number }
  | { name: 'waiting'; attempt: number; until: number; error: ErrorCode }
  | {
      name: 'clearing';
      attempt: number;
      next: 'signed-out' | 'idle' | 'retry' | 'ask';
      error: ErrorCode | null;
    };

export type StateName = SyncState['name'];

export interface Failure {
  kind: FailureKind;
  retryAfterMs: number | null;
}

/** Clock (ms) and random number in [0, 1) of the moment, so that the table stays pure. */
interface Moment {
  now: number;
  jitter: number;
}

export type SyncEvent =
  | {
      type: 'booted';
      credentials: boolean;
      hasData: boolean;
      backoff: { attempt: number; until: number; error: ErrorCode } | null;
    }
  /** Credentials were checked and stored. */
  | { type: 'connected' }
  /** Time to ask; `force` (the user, a new connection to the network) does not wait for a backoff to end. */
  | { type: 'tick'; now: number; force: boolean }
  /** `GET /v1/me` answered; `changed`: another manifest than the visible one is worth fetching. */
  | { type: 'me'; published: boolean; changed: boolean }
  | { type: 'manifest'; missing: number }
  | { type: 'progress'; done: number }
  | { type: 'fetched' }
  | { type: 'switched' }
  | ({ type: 'failed'; failure: Failure } & Moment)
  | { type: 'sign-out' }
  /** The user wants the stored data gone; the next sync fetches them again. */
  | { type: 'wipe' }
  | ({ type: 'cleared' } & Moment)
  /** A stored part was unreadable; `losses` counts them since the worker started. */
  | ({ type: 'part-lost'; losses: number } & Moment);

export type EventName = SyncEvent['type'];

/** What the runner does next, in this order. */
export type Effect =
  /** Give up what is under way; its result does not count. */
  | 'abort'
  | 'ask-me'
  | 'fetch-manifest'
  | 'fetch-parts'
  | 'switch'
  | 'drop-credentials'
  | 'clear-data'
  /** Credentials and data. */
  | 'clear-all';

export interface Transition {
  state: SyncState;
  effects: readonly Effect[];
}

export type Handlers<S extends StateName> = {
  [E in EventName]: (
    state: Extract<SyncState, { name: S }>,
    event: Extract<SyncEvent, { type: E }>,
  ) => Transition;
};
