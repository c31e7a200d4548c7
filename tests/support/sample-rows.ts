import type { GlyphCode } from '../../lib/contract/manifest.ts';
import type { MoneyRow } from '../../lib/contract/money-row.ts';
import type { PolicyWords } from '../../lib/contract/policy-words.ts';
import type { WordsRow } from '../../lib/contract/words-row.ts';

/** Small but complete rows, words and glyphs for tests that do not care what they say. */
export const samplePolicy: PolicyWords = {
  version: '1',
  concept: 'abcz-ladder',
  tiers: ['A', 'B', 'C', 'Z'].map((id, index) => ({ id, rank: index + 1, name: { de: id, en: id } })),
  levels: [
    {
      id: 'BASIC',
      name: { de: 'Basisbetreuung', en: 'Basic care' },
      shortName: { de: 'Basis', en: 'Basic' },
      customerSentence: { de: 'Wir sind für Sie da.', en: 'We are there for you.' },
      field: false,
      passive: false,
    },
    {
      id: 'STANDARD',
      name: { de: 'Standardbetreuung', en: 'Standard care' },
      shortName: { de: 'Standard', en: 'Standard' },
      customerSentence: { de: 'Wir besuchen Sie.', en: 'We visit you.' },
      field: true,
      passive: false,
    },
  ],
  activityTypes: [],
  pools: [
    { id: 'FIELD', name: { de: 'Außendienst', en: 'Field sales' }, field: true },
    { id: 'INSIDE', name: { de: 'Innendienst', en: 'Inside sales' }, field: false },
  ],
};

export const sampleGlyphs: GlyphCode[] = [
  {
    tier: 'A',
    letter: 'A',
    rank: 1,
    fill: 'filled',
    level: 'STANDARD',
    sign: 'carries',
    state: 'carries',
    due: true,
    route: 'through',
    pool: 'FIELD',
  },
  {
    tier: 'C',
    letter: 'C',
    rank: 3,
    fill: 'outline',
    level: 'BASIC',
    sign: 'carried',
    state: 'carried',
    due: false,
    route: 'serve',
    pool: 'INSIDE',
  },
];

export function sampleWords(id: string, name: string, keys: string[], glyph = 1): WordsRow {
  const { tier, level, state, due, route, pool } = sampleGlyphs[glyph] as GlyphCode;
  return {
    id,
    name,
    keys,
    tier,
    level,
    assignedLevel: level,
    state,
    line: { code: 'covered' },
    due,
    owed: [],
    servedBy: pool,
    owner: null,
    deputy: null,
    routing: { verb: route, reason: 'level-inside' },
    careYear: 2026,
    care: [],
    why: { rule: 'ladder', yieldClass: 'L', lift: 'none' },
    nextReview: '2027-01',
    parentName: null,
    estimated: false,
    provisional: false,
    multiplier: false,
    history: [],
  };
}

export function sampleMoney(id: string, db3: number): MoneyRow {
  return {
    id,
    currency: 'EUR',
    from: '2025-11',
    to: '2026-10',
    gross: 100_000,
    deductions: 0,
    net: 100_000,
    cogs: 0,
    db1: 100_000,
    direct: 0,
    db2: 100_000,
    cts: 100_000 - db3,
    db3,
    db3Low: null,
    tolerance: 0,
    position: 'FUNDER',
    subsidyState: 'FUNDER',
    stateReason: '',
    ledgerLine: 0,
    uncovered: 0,
    fundableLevel: 'BASIC',
    fundableLimit: 0,
    packageCost: 0,
    careLeft: 0,
    unitCosts: {},
    thresholds: { high: 0, medium: 0 },
    potential: 0,
    advisor: {
      types: { visit: 'visit', video: 'video', call: 'call' },
      visits: 10,
      calls: 30,
      revenueVariable: 0,
      costs: { visit: 27_000, video: 3_375, call: 1_500 },
      packages: [
        { level: 'BASIC', cost: 9_000 },
        { level: 'STANDARD', cost: 126_000 },
      ],
      weights: { shiftPain: 2, dropPain: 6, deflectPain: 1, pricePain: 3, priceMaxHalfPercent: 40 },
    },
    quarters: [],
  };
}
