import { describe, expect, it } from 'vitest';
import { FIXTURE_POLICY } from '../../tests/support/fixture-policy.ts';
import type { GlyphCode } from '../contract/manifest.ts';
import { glyphLabel, glyphSentence } from './glyph-sentence.ts';
import { createTranslator } from './translator.ts';

const de = createTranslator('de');
const en = createTranslator('en');
const glyph: GlyphCode = {
  tier: 'C',
  letter: 'C',
  rank: 3,
  fill: 'outline',
  level: 'BASIS',
  sign: 'carried',
  state: 'carried',
  due: false,
  route: 'serve',
  pool: 'inside',
};
const plain = { routing: false, sign: true, stale: false };

describe('glyphSentence', () => {
  it('says tier, care, who serves and state', () => {
    expect(glyphSentence(glyph, FIXTURE_POLICY, de, plain)).toBe(
      'Stufe C, Basisbetreuung durch den Innendienst, wird derzeit mitgetragen.',
    );
    expect(glyphSentence(glyph, FIXTURE_POLICY, en, plain)).toBe(
      'Tier C, basic care by inside sales, carried for now.',
    );
  });

  it('says nothing of the state where the sign is off', () => {
    expect(glyphSentence({ ...glyph, due: true }, FIXTURE_POLICY, en, { ...plain, sign: false })).toBe(
      'Tier C, basic care by inside sales.',
    );
  });

  it('adds due, routing and staleness', () => {
    const due: GlyphCode = { ...glyph, state: 'carries', due: true, route: 'through' };
    expect(glyphSentence(due, FIXTURE_POLICY, de, { routing: true, sign: true, stale: true })).toBe(
      'Stufe C, Basisbetreuung durch den Innendienst, trägt andere mit, Betreuung steht noch aus, verbinden, Zahlen veraltet.',
    );
  });

  it('names no server for a level without active care', () => {
    const self: GlyphCode = { ...glyph, level: 'SELF', fill: 'dashed' };
    expect(glyphSentence(self, FIXTURE_POLICY, en, plain)).toBe('Tier C, self-service, carried for now.');
  });
});

describe('glyphLabel', () => {
  it('is the short name, or the routing verb for inside sales', () => {
    expect(glyphLabel(glyph, FIXTURE_POLICY, de, { routing: false })).toBe('Basis');
    expect(glyphLabel(glyph, FIXTURE_POLICY, de, { routing: true })).toBe('Hier lösen');
    expect(glyphLabel({ ...glyph, route: 'through' }, FIXTURE_POLICY, en, { routing: true })).toBe(
      'Put through',
    );
  });
});
