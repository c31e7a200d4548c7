import { backoffMs } from './backoff.ts';
import { errorCodeOf } from './error-code.ts';
import type {
  Effect,
  EventName,
  Failure,
  Handlers,
  StateName,
  SyncEvent,
  SyncState,
  Transition,
} from './machine-types.ts';

/**
 * The pull protocol as a total table: every state answers every event. Loop-backs and what stops them: each
 * failure leads to `waiting`, whose time grows with `attempt`; `attempt` goes back to 0 in `idle` only, which
 * is reached by a completed sync only; lost parts wait longer with every loss.
 */
export function step(state: SyncState, event: SyncEvent): Transition {
  const handler = TABLE[state.name][event.type] as (state: SyncState, event: SyncEvent) => Transition;
  return handler(state, event);
}

type Working = Extract<SyncState, { name: 'asking' | 'listing' | 'fetching' | 'switching' }>;
type Failed = Extract<SyncEvent, { type: 'failed' }>;

const to = (state: SyncState, ...effects: Effect[]): Transition => ({ state, effects });
const stay = (state: SyncState): Transition => to(state);
const ask = (attempt: number): Transition => to({ name: 'asking', attempt }, 'ask-me');
const askAnew = (): Transition => to({ name: 'asking', attempt: 0 }, 'abort', 'ask-me');
const signOut = (): Transition =>
  to({ name: 'clearing', attempt: 0, next: 'signed-out', error: null }, 'abort', 'clear-all');

function wait(attempt: number, failure: Failure, moment: { now: number; jitter: number }): Transition {
  const until = moment.now + backoffMs(attempt, moment.jitter, failure.retryAfterMs);
  return to({ name: 'waiting', attempt, until, error: errorCodeOf(failure.kind) });
}

function fail(state: Working, { failure, now, jitter }: Failed): Transition {
  const attempt = state.attempt + 1;
  switch (failure.kind) {
    case 'wrong-token':
      return to({ name: 'signed-out', error: 'wrong-token', locked: false }, 'drop-credentials');
    case 'access-withdrawn':
      return to({ name: 'clearing', attempt, next: 'signed-out', error: 'access-withdrawn' }, 'clear-all');
    case 'start-over':
      return to({ name: 'clearing', attempt, next: 'retry', error: null }, 'clear-data');
    case 'not-published':
      return to({ name: 'clearing', attempt, next: 'idle', error: 'not-published' }, 'clear-data');
    default:
      return wait(attempt, failure, { now, jitter });
  }
}

/** What no working state expects, or what every one of them answers alike. */
const working = {
  booted: stay,
  connected: askAnew,
  tick: stay,
  me: stay,
  manifest: stay,
  progress: stay,
  fetched: stay,
  switched: stay,
  failed: fail,
  'sign-out': signOut,
  wipe: () => to({ name: 'clearing', attempt: 0, next: 'idle', error: null }, 'abort', 'clear-data'),
  cleared: stay,
  // The switch checks that every part is there; until then nothing is decided.
  'part-lost': stay,
} satisfies { [E in EventName]: (state: Working, event: Extract<SyncEvent, { type: E }>) => Transition };

/** Resting states drop the late results of what was given up. */
const resting = {
  ...working,
  connected: () => ask(0),
  failed: stay,
} satisfies { [E in EventName]: (state: SyncState, event: Extract<SyncEvent, { type: E }>) => Transition };

const TABLE: { [S in StateName]: Handlers<S> } = {
  booting: {
    ...resting,
    booted: (_, { credentials, hasData, backoff }) => {
      if (!credentials) return to({ name: 'signed-out', error: null, locked: hasData });
      if (backoff !== null) return to({ name: 'waiting', ...backoff });
      return to({ name: 'idle', error: null });
    },
    failed: (_, { failure, now, jitter }) => wait(1, failure, { now, jitter }),
  },
  'signed-out': {
    ...resting,
    wipe: ({ error }) => to({ name: 'clearing', attempt: 0, next: 'signed-out', error }, 'clear-data'),
  },
  idle: {
    ...resting,
    tick: () => ask(0),
    'part-lost': (_, { losses, now, jitter }) =>
      wait(losses, { kind: 'storage-broken', retryAfterMs: null }, { now, jitter }),
  },
  asking: {
    ...working,
    me: (state, { published, changed }) => {
      if (!published) {
        return to(
          { name: 'clearing', attempt: state.attempt, next: 'idle', error: 'not-published' },
          'clear-data',
        );
      }
      if (!changed) return to({ name: 'idle', error: null });
      return to({ name: 'listing', attempt: state.attempt }, 'fetch-manifest');
    },
  },
  listing: {
    ...working,
    manifest: ({ attempt }, { missing }) =>
      missing === 0
        ? to({ name: 'switching', attempt, total: 0 }, 'switch')
        : to({ name: 'fetching', attempt, done: 0, total: missing }, 'fetch-parts'),
  },
  fetching: {
    ...working,
    progress: (state, { done }) =>
      stay({ ...state, done: Math.min(Math.max(done, state.done), state.total) }),
    fetched: ({ attempt, total }) => to({ name: 'switching', attempt, total }, 'switch'),
  },
  switching: { ...working, switched: () => to({ name: 'idle', error: null }) },
  waiting: {
    ...resting,
    tick: (state, { now, force }) => (force || now >= state.until ? ask(state.attempt) : stay(state)),
  },
  clearing: {
    ...working,
    // What is being cleared belongs to the former connection: finish, then ask.
    connected: (state) => stay({ ...state, next: 'ask' }),
    'sign-out': (state) => (state.next === 'signed-out' ? stay(state) : signOut()),
    wipe: stay,
    cleared: (state, moment) => afterClearing(state, { kind: 'start-over', retryAfterMs: null }, moment),
    // A database that cannot be cleared is reported; what it holds is not shown, for `visible` is gone.
    failed: (state, { failure, now, jitter }) => afterClearing(state, failure, { now, jitter }),
  },
};

function afterClearing(
  state: Extract<SyncState, { name: 'clearing' }>,
  failure: Failure,
  moment: { now: number; jitter: number },
): Transition {
  switch (state.next) {
    case 'signed-out':
      return to({ name: 'signed-out', error: state.error, locked: false });
    case 'idle':
      return to({ name: 'idle', error: state.error === 'not-published' ? 'not-published' : null });
    case 'ask':
      return ask(0);
    case 'retry':
      return wait(Math.max(1, state.attempt), failure, moment);
  }
}
