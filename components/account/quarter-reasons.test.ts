import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../lib/i18n/translator.ts';
import { wordsRow } from '../../tests/gallery/fixtures.ts';
import { FIXTURE_POLICY } from '../../tests/support/fixture-policy.ts';
import { quarterReasons } from './quarter-reasons.ts';

const [first, second] = wordsRow().history;
const t = createTranslator('en');

describe('quarterReasons', () => {
  it('says why, and what changed against the quarter before', () => {
    expect(quarterReasons(first, second!, { policy: FIXTURE_POLICY, sign: true }, t)).toEqual([
      'For 1 quarter care has cost more than the customer earns us.',
      'Tier B → C',
      'Package Comfort → Basic',
    ]);
  });

  it('keeps the reason to itself where the sign is off', () => {
    expect(quarterReasons(first, second!, { policy: FIXTURE_POLICY, sign: false }, t)).toEqual([
      'Tier B → C',
      'Package Comfort → Basic',
    ]);
  });

  it('has nothing to add to a first quarter published without its reason', () => {
    const { line: _, ...old } = first!;
    expect(quarterReasons(undefined, old, { policy: FIXTURE_POLICY, sign: true }, t)).toEqual([]);
  });
});
