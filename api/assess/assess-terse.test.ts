import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assessFiles } from '../commands/assess.ts';

const fixture = (name: string): string => `tests/fixtures/golden/${name}.json`;
const POOL_KEYS = /^(withheld|yieldShare|equalCare)_/;

describe.each(['P1', 'P2', 'P3'])('golden portfolio %s', (name) => {
  const { accounts: _, ...expected } = JSON.parse(readFileSync(fixture(name), 'utf8'));
  const answer = assessFiles(fixture('policy'), fixture(name));

  it.each(Object.keys(expected))('%s is exact', (key) => {
    if (POOL_KEYS.test(key)) expect(answer[key]).toMatchObject(expected[key]);
    else expect(answer[key]).toEqual(expected[key]);
  });

  it('withheld care names nobody the golden file does not name', () => {
    for (const key of Object.keys(expected).filter((k) => POOL_KEYS.test(k))) {
      const care = answer[key] as Record<string, object>;
      for (const part of ['withheldMin', 'overMin', 'credit', 'debit'] as const) {
        expect(care[part]).toEqual(expected[key][part]);
      }
    }
  });

  it('needs no policy file: the preset is the same policy', () => {
    expect(assessFiles(undefined, fixture(name))).toEqual(answer);
  });
});

it('an unknown activity type names itself and the file', () => {
  expect(() => assessFiles(fixture('policy'), 'tests/fixtures/assess/unknown-activity.json')).toThrow(
    /unknown-activity\.json: activity type "dinner" is not in the policy/,
  );
});

it('amounts that are not whole cents are refused with their place', () => {
  expect(() => assessFiles(fixture('policy'), 'tests/fixtures/assess/broken-cents.json')).toThrow(
    /broken-cents\.json: accounts\.X\.gross/,
  );
});
