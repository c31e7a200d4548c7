import type { GlyphCode } from '../../lib/contract/manifest.ts';
import type { WordsRow } from '../../lib/contract/words-row.ts';
import { createRandom } from '../../tests/support/random-portfolio.ts';
import { samplePolicy } from '../../tests/support/sample-rows.ts';

const SIGNS = ['carries', 'even', 'carried', 'plan', 'open'] as const;
const SURNAMES =
  'Ahlers Bachmann Behrens Brunner Dietrich Ebeling Fiedler Gerlach Hagemann Hansen Heller Jansen Kessler Köhler Kranz Lindner Lorenz Marquardt Mertens Möller Oltmann Paulsen Petzold Rademacher Sander Schäfer Seidel Thiessen Voigt Weiß Wendt Zöllner'.split(
    ' ',
  );
const TRADES =
  'Metallbau Maschinenbau Anlagentechnik Werkzeugbau Blechtechnik Fördertechnik Hydraulik Elektrotechnik Holzbau Stahlhandel Landtechnik Verpackungen Prüftechnik Aufzüge Kunststoffe Gebäudetechnik'.split(
    ' ',
  );
const CITIES =
  'Hamburg Kiel Lübeck Bremen Oldenburg Rostock Hannover Kassel Erfurt Leipzig Dortmund Fulda München Augsburg Ulm Stuttgart'.split(
    ' ',
  );
const FORMS = ['GmbH', 'GmbH & Co. KG', 'KG', 'AG', 'OHG'];

/** Every badge the generated accounts can have: tier × sign, the two levels following from the tier. */
export const GLYPHS: readonly GlyphCode[] = samplePolicy.tiers.flatMap(({ id, rank }) =>
  SIGNS.map((sign): GlyphCode => {
    const field = rank <= 2;
    return {
      tier: id,
      letter: id,
      rank,
      fill: field ? 'filled' : 'outline',
      level: field ? 'STANDARD' : 'BASIC',
      sign,
      state: sign,
      due: false,
      route: field ? 'through' : 'serve',
      pool: field ? 'FIELD' : 'INSIDE',
    };
  }),
);

const FIRST_ID = 10_000_000;

/** Number of the account with an id; null where there is none. */
export function numberOf(id: string): number | null {
  return /^1\d{7}$/.test(id) ? Number(id) - FIRST_ID : null;
}

export interface GeneratedAccount {
  glyph: number;
  words: WordsRow;
}

/**
 * Account number `n` of the generated company as evaluation `evaluation` judges it: 25 fields, about 660 bytes of
 * JSON, 1.4 record keys on average. The same numbers give the same account everywhere.
 */
export function generatedAccount(n: number, evaluation: number): GeneratedAccount {
  const lasting = createRandom(n * 2 + 1);
  const judged = createRandom(n * 2_654_435 + evaluation * 97 + 2);
  const of = <T>(list: readonly T[], random: (below: number) => number): T => list[random(list.length)] as T;
  const glyph = judged(GLYPHS.length);
  const { tier, level, state, due, route, pool } = GLYPHS[glyph] as GlyphCode;
  const owner = lasting(400);
  const surname = SURNAMES[owner % SURNAMES.length] as string;
  const id = String(FIRST_ID + n);
  const name = `${of(SURNAMES, lasting)} ${of(TRADES, lasting)} ${of(CITIES, lasting)} ${lasting(1_000)} ${of(FORMS, lasting)}`;
  const keys = [`samplecrm:-:account:${id}`];
  if (lasting(10) < 4) keys.push(`samplecrm:-:contact:c${lasting(2 ** 31).toString(36)}x${n.toString(36)}`);
  const words: WordsRow = {
    id,
    name,
    keys,
    tier,
    level,
    assignedLevel: level,
    levelChange: null,
    state,
    line: { code: state === 'carried' ? 'carried-quarters' : 'covered', quarters: judged(9) },
    due,
    owed: [],
    servedBy: pool,
    owner: { name: `${surname} ${owner}`, pool },
    deputy: null,
    routing: { verb: route, reason: route === 'serve' ? 'level-inside' : 'level-field' },
    careYear: 2026,
    care: [{ pool, entitledMinutes: 60 * (1 + judged(20)), deliveredMinutes: judged(1_200) }],
    why: { rule: 'ladder', yieldClass: of(['H', 'M', 'L', 'N'] as const, judged), lift: 'none' },
    tierReasons: [],
    nextReview: `2027-0${1 + judged(9)}`,
    parentName: null,
    estimated: judged(20) === 0,
    provisional: false,
    multiplier: lasting(50) === 0,
    history: [],
  };
  return { glyph, words };
}
