import { sql } from 'kysely';
import { type AccountRows, copyRows } from '../../api/publish/store-rows.ts';
import type { Store } from '../../api/store/store.ts';
import { sampleMoney, sampleWords } from '../../tests/support/sample-rows.ts';

const PAGE = 2_000;
const QUARTERS = 12;

/** Published rows of a synthetic territory, as large as real ones: names, people, care and three years of history. */
export async function fillRows(store: Store, scope: string, accounts: number): Promise<void> {
  await store.write(async ({ db }) => {
    await sql`insert into evaluations (evaluation_id, published_at, as_of, policy_version, input_hash, policy_hash,
        result_hash, policy_words, glyphs)
      values ('bench', now(), '2026-10', '1', '', '', '', '{}', '[]') on conflict do nothing`.execute(db);
  });
  for (let at = 0; at < accounts; at += PAGE) {
    const page = Array.from({ length: Math.min(PAGE, accounts - at) }, (_, i) =>
      syntheticRows(scope, at + i),
    );
    await store.write((session) => copyRows(session, page));
  }
  await store.write(({ db }) => sql`analyze words_rows, money_rows, published_keys`.execute(db));
}

/** One account that differs from its neighbours as much as real ones do. */
export function syntheticRows(scope: string, n: number): AccountRows {
  const id = `${scope}-${n}`;
  const mixed = Math.imul(n + 1, 2_654_435_761) >>> 0;
  const keys = [`samplecrm:-:account:${id}`, ...(n % 5 < 2 ? [`samplecrm:-:contact:${id}`] : [])];
  const name = `${WORDS[mixed % 7]} ${WORDS[(mixed >>> 5) % 7]} ${mixed.toString(36)} GmbH`;
  const month = (k: number) => `${2024 + Math.floor(k / 4)}-${String((k % 4) * 3 + 3).padStart(2, '0')}`;
  const words = sampleWords(id, name, keys, mixed % 2);
  const money = sampleMoney(id, (mixed % 2_000_000) - 500_000);
  const person = {
    id: `p${mixed % 90}`,
    name: `Person ${mixed % 90}`,
    phone: `+49 30 ${mixed % 90_000}`,
    pool: 'field',
  };
  return {
    id,
    territory: scope,
    glyph: mixed % 200,
    words: {
      ...words,
      owner: person,
      care: [
        { pool: 'field', entitledMinutes: 720, deliveredMinutes: mixed % 900 },
        { pool: 'inside', entitledMinutes: 240, deliveredMinutes: (mixed >>> 7) % 400 },
      ],
      history: Array.from({ length: QUARTERS }, (_, k) => ({
        month: month(k),
        tier: words.tier,
        level: words.level,
        state: words.state,
        line: words.line,
      })),
    },
    money: {
      ...money,
      quarters: Array.from({ length: QUARTERS }, (_, k) => ({
        month: month(k),
        db3: ((mixed >>> k) % 300_000) - 80_000,
        db3T12: ((mixed >>> (k + 3)) % 900_000) - 200_000,
        subsidyState: 'FUNDER',
      })),
    },
  };
}

const WORDS = ['Adler', 'Birke', 'Clemens', 'Dorn', 'Eiche', 'Falke', 'Ginster'];
