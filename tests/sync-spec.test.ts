import { describe, expect, it } from 'vitest';
import { step } from '../lib/sync/machine.ts';
import { EVENTS, STATES } from '../lib/sync/test-samples.ts';
import { readProjectFile } from './support/source-files.ts';

const spec = readProjectFile('docs/sync-spec.md');
/** Files all of whose tests stand for something the page promises. */
const TEST_FILES = [
  'lib/sync/machine.test.ts',
  'lib/sync/simulator.test.ts',
  'lib/cache/cache.test.ts',
  'lib/cache/sealed-cache.test.ts',
  'lib/cache/resumed-cache.test.ts',
  'lib/sync/backoff.test.ts',
  'lib/sync/single-flight.test.ts',
  'lib/sync/runner-limits.test.ts',
  'entrypoints/background/jobs.test.ts',
  'tests/e2e/faults.spec.ts',
  'tests/e2e/storage-faults.spec.ts',
  'tests/e2e/changes.spec.ts',
  'tests/e2e/at-rest.spec.ts',
];

/** Cells of the marked table, its head first. */
function rowsOf(name: string): string[][] {
  const [, body] = new RegExp(`<!-- ${name} -->\\n([\\s\\S]*?)<!-- /${name} -->`).exec(spec) ?? [];
  const lines = (body ?? '').split('\n').filter((line) => line.startsWith('|') && !/^\|-/.test(line));
  return lines.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

const events = Object.keys(EVENTS) as (keyof typeof EVENTS)[];

function nextStates(state: keyof typeof STATES, event: keyof typeof EVENTS): string[] {
  const all = STATES[state].flatMap((from) => EVENTS[event].map((some) => step(from, some).state.name));
  return [...new Set(all)].sort();
}

describe('the page on the sync', () => {
  it('shows the table that decides', () => {
    const [head, ...rows] = rowsOf('table');
    expect(head).toEqual(['state', ...events]);
    const states = Object.keys(STATES) as (keyof typeof STATES)[];
    expect(rows).toEqual(
      states.map((state) => [
        state,
        ...events.map((event) =>
          nextStates(state, event)
            .map((next) => (next === state ? '·' : next))
            .join(', '),
        ),
      ]),
    );
  });

  it('tells of every loop-back what stops it', () => {
    const loops = (Object.keys(STATES) as (keyof typeof STATES)[]).flatMap((state) =>
      events.filter((event) => asksAnew(state, event)).map((event) => `${state} ${event}`),
    );
    const rows = rowsOf('loops').slice(1);
    expect(rows.map(([from, event]) => `${from} ${event}`)).toEqual(loops);
    for (const [from, event, stop] of rows) expect(stop, `${from} on ${event}`).toMatch(/\w{3}/);
  });

  it('names tests that are there, and all of them', () => {
    const rows = rowsOf('invariants').slice(1);
    const named = rows.flatMap(([, tests]) =>
      [...(tests ?? '').matchAll(/`([^`]+)` "([^"]+)"/g)].map(([, file, title]) => `${file}: ${title}`),
    );
    for (const [promise, tests] of rows) expect(tests, promise).toContain('`');
    const there = TEST_FILES.flatMap((file) => titlesOf(file).map((title) => `${file}: ${title}`));
    expect(named.toSorted()).toEqual(there.toSorted());
  });
});

/** True where the event sets off another question to the API. */
function asksAnew(state: keyof typeof STATES, event: keyof typeof EVENTS): boolean {
  return STATES[state].some((from) =>
    EVENTS[event].some((some) => step(from, some).effects.includes('ask-me')),
  );
}

function titlesOf(file: string): string[] {
  const source = readProjectFile(file);
  return [
    ...source.matchAll(/^\s*(?:it|test)(?:\.each\((?:\w+|\[[\s\S]*?\])\))?\(\s*'((?:[^'\\]|\\.)+)'/gm),
  ].map((match) => match[1] as string);
}
