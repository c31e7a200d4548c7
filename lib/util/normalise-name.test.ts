import fc from 'fast-check';
import { expect, it } from 'vitest';
import { normaliseName, normaliseNames } from './normalise-name.ts';

it('a name loses case, marks, punctuation and doubled spaces', () => {
  expect(normaliseName('  Müller & Söhne  GmbH,  Kiel ')).toBe('mueller & soehne gmbh kiel');
  expect(normaliseName("L'Oréal S.A.")).toBe('loreal sa');
  expect(normaliseName('ΟΔΟΣ')).toBe(normaliseName('οδος'));
});

it('many names are normalised as each of them is, whatever stands in them', () => {
  const odd = fc.constantFrom(
    '\n',
    'a\nb',
    'ΟΔΟΣ',
    'Σ',
    'İ',
    '\u0301',
    '\u0301a',
    'ﬁ',
    '\u2028',
    ' ',
    '',
    'Ä\n',
  );
  const name = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), odd);
  fc.assert(
    fc.property(fc.array(name), (names) => {
      if (names.length > 0) expect(normaliseNames(names)).toEqual(names.map(normaliseName));
    }),
    { numRuns: 500 },
  );
});
