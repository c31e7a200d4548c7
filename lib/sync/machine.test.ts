import { describe, expect, it } from 'vitest';
import { FAILURE_KINDS } from '../errors/sync-error.ts';
import { step } from './machine.ts';
import type { StateName, SyncState } from './machine-types.ts';
import { EVENTS, failure, moment, NOW, STATES } from './test-samples.ts';

const states = Object.values(STATES).flat();
const events = Object.values(EVENTS).flat();
const pairs = states.flatMap((state) => events.map((event) => [state, event] as const));

/** Effects that end in an event, by the states that wait for one. */
const AWAITS: Partial<Record<StateName, string[]>> = {
  asking: ['ask-me'],
  listing: ['fetch-manifest'],
  fetching: ['fetch-parts'],
  switching: ['switch'],
  clearing: ['clear-data', 'clear-all'],
};

describe('every state answers every event', () => {
  it.each(pairs)('%j on %j', (state, event) => {
    const before = structuredClone({ state, event });
    const { state: next, effects } = step(state, event);
    expect({ state, event }).toEqual(before);
    expect(Object.keys(STATES)).toContain(next.name);
    const awaited = AWAITS[next.name] ?? [];
    const started = effects.filter((effect) => effect !== 'abort' && effect !== 'drop-credentials');
    // A state that waits for a result was entered with exactly the effect that brings it, or was not left.
    if (next.name !== state.name) expect(started).toHaveLength(awaited.length === 0 ? 0 : 1);
    for (const effect of started) expect(awaited).toContain(effect);
    // Starting anew from the middle gives up what is under way first.
    const restarted =
      state.name in AWAITS && started.length > 0 && ['connected', 'sign-out', 'wipe'].includes(event.type);
    if (restarted && state.name !== 'clearing') expect(effects[0]).toBe('abort');
  });
});

describe('loop-backs end', () => {
  it('waits longer after each failure, whatever failed', () => {
    for (const kind of FAILURE_KINDS) {
      let state: SyncState = { name: 'asking', attempt: 0 };
      const waits: number[] = [];
      for (let round = 0; round < 30; round++) {
        state = step(state, failure(kind)).state;
        if (state.name === 'clearing') state = step(state, { type: 'cleared', ...moment }).state;
        if (state.name !== 'waiting') break;
        waits.push(state.until - NOW);
        expect(step(state, { type: 'tick', now: state.until - 1, force: false }).state).toEqual(state);
        state = step(state, { type: 'tick', now: state.until, force: false }).state;
      }
      expect(waits).toEqual([...waits].sort((a, b) => a - b));
      if (state.name === 'asking') expect(waits.at(-1)).toBe(150_000);
    }
  });

  it('does not forget failures before a sync is complete', () => {
    let state: SyncState = { name: 'asking', attempt: 4 };
    for (const event of [
      { type: 'me', published: true, changed: true },
      { type: 'manifest', missing: 2 },
      { type: 'fetched' },
    ] as const) {
      state = step(state, event).state;
    }
    expect(step(state, failure('bad-data')).state).toMatchObject({ name: 'waiting', attempt: 5 });
    expect(step(state, { type: 'switched' }).state).toEqual({ name: 'idle', error: null });
  });

  it('waits longer with every lost part', () => {
    const wait = (losses: number) => {
      const { state } = step({ name: 'idle', error: null }, { type: 'part-lost', losses, ...moment });
      return state.name === 'waiting' ? state.until : 0;
    };
    expect(wait(2)).toBeGreaterThan(wait(1));
  });
});

describe('what takes something away', () => {
  it('drops data only on withdrawal, start over, no publication, sign-out and wipe', () => {
    for (const [state, event] of pairs) {
      const { effects } = step(state, event);
      if (!effects.includes('clear-all') && !effects.includes('clear-data')) continue;
      const kind = event.type === 'failed' ? event.failure.kind : event.type;
      expect(['access-withdrawn', 'start-over', 'not-published', 'me', 'sign-out', 'wipe']).toContain(kind);
      if (event.type === 'me') expect(event.published).toBe(false);
    }
  });

  it('asks to sign in after a refused token and keeps the data', () => {
    const { state, effects } = step({ name: 'asking', attempt: 0 }, failure('wrong-token'));
    expect(state).toEqual({ name: 'signed-out', error: 'wrong-token', locked: false });
    expect(effects).toEqual(['drop-credentials']);
  });

  it('signs out after a withdrawal once all is cleared', () => {
    const { state } = step({ name: 'fetching', attempt: 0, done: 0, total: 1 }, failure('access-withdrawn'));
    expect(step(state, { type: 'cleared', ...moment }).state).toMatchObject({
      name: 'signed-out',
      error: 'access-withdrawn',
    });
  });
});

it('honours Retry-After, capped', () => {
  const wait = (ms: number) => step({ name: 'asking', attempt: 0 }, failure('server-error', ms)).state;
  expect(wait(60_000)).toMatchObject({ until: NOW + 60_000 + 1_000 });
  expect(wait(1e15)).toMatchObject({ until: NOW + 15 * 60_000 + 1_000 });
});

it('the user does not wait for a backoff', () => {
  const waiting: SyncState = { name: 'waiting', attempt: 9, until: NOW * 2, error: 'server-error' };
  expect(step(waiting, { type: 'tick', now: NOW, force: true }).state).toEqual({
    name: 'asking',
    attempt: 9,
  });
});
