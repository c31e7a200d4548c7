import fc from 'fast-check';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { SMALL_COMPANY } from '../test-company.ts';

export const TERRITORIES = ['Nord', 'Süd', 'West'];
const ACCOUNTS = 90;
/** The first ones are left to tests that name them. */
const NAMED = 10;
/** The last ones have no money: without them the ledger of all others is the same. */
const REMOVABLE = 10;

/** Large enough that a few changes are less than a tenth of each territory. */
export function changesCompany(): Record<string, string> {
  const ids = Array.from({ length: ACCOUNTS }, (_, i) => `k${i + 1}`);
  const territory = (i: number) => TERRITORIES[i % TERRITORIES.length];
  const accounts = ids.map(
    (id, i) => `${id},Kontor ${i + 1},${territory(i)},${i % 5 === 0 ? '' : 'rep'},,,2020-01-01,,no,,BASIS,,`,
  );
  const booked = ids.slice(0, ACCOUNTS - REMOVABLE);
  const lines = booked.flatMap((id, i) => [
    `erp,s${id},${id},2025-11-03,sales,${(i + 1) * 900}.00,EUR`,
    `erp,c${id},${id},2025-11-03,product_cost,${(i + 1) * 500}.00,EUR`,
  ]);
  const activities = booked.map(
    (id, i) => `crm,v${id},${id},2026-01-2${i % 8},visit,${(i % 4) + 1},,customer`,
  );
  const keys = ids.flatMap((id, i) => [
    `samplecrm,-,account,${id},${id}`,
    ...(i % 3 === 0 ? [`samplecrm,-,contact,c${id},${id}`] : []),
  ]);
  return {
    ...SMALL_COMPANY,
    accounts: `${SMALL_COMPANY.accounts}${accounts.join('\n')}\n`,
    'money-lines': `${SMALL_COMPANY['money-lines']}${lines.join('\n')}\n`,
    activities: `${SMALL_COMPANY.activities}${activities.join('\n')}\n`,
    'record-keys': `${SMALL_COMPANY['record-keys']}${keys.join('\n')}\n`,
  };
}

/** Changes that leave what was earned as it is, so that a new evaluation of the same month has to agree. */
export type Change =
  | { kind: 'rename' | 'remove' | 'own' | 'deputy'; id: string; n: number }
  | { kind: 'move'; id: string; territory: string }
  | { kind: 'assign' | 'override'; id: string; level: string; n: number }
  | { kind: 'tier'; id: string; tier: string; n: number }
  | { kind: 'key'; id: string; crm: string; n: number }
  | { kind: 'care'; id: string; type: string; n: number }
  | { kind: 'person' | 'parent'; id: string; n: number };

const id = fc.integer({ min: NAMED + 1, max: ACCOUNTS }).map((n) => `k${n}`);
const removable = fc.integer({ min: ACCOUNTS - REMOVABLE + 1, max: ACCOUNTS }).map((n) => `k${n}`);
const n = fc.integer({ min: 1, max: 9 });
const level = fc.constantFrom('SELF', 'BASIS', 'KOMFORT', 'EXKLUSIV');

export const CHANGES: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constantFrom('rename', 'own', 'deputy'), id, n }),
  fc.record({ kind: fc.constant('remove'), id: removable, n }),
  fc.record({ kind: fc.constant('move'), id, territory: fc.constantFrom(...TERRITORIES) }),
  fc.record({ kind: fc.constantFrom('assign', 'override'), id, level, n }),
  fc.record({ kind: fc.constant('tier'), id, tier: fc.constantFrom('A', 'B', 'C', 'Z'), n }),
  // Keys that sort before and after the account's own: its row may move to another hash.
  fc.record({ kind: fc.constant('key'), id, crm: fc.constantFrom('aaa', 'zzz'), n }),
  fc.record({ kind: fc.constant('care'), id, type: fc.constantFrom('visit', 'call'), n }),
  fc.record({ kind: fc.constantFrom('person', 'parent'), id, n }),
) as fc.Arbitrary<Change>;

export async function applyChange(db: Kysely<Database>, change: Change): Promise<void> {
  const { id } = change;
  switch (change.kind) {
    case 'rename':
      await sql`update accounts set name = ${`Kontor ${id} ${change.n}`} where account_id = ${id}`.execute(
        db,
      );
      return;
    case 'remove':
      for (const table of [
        'record_keys',
        'assigned_levels',
        'overrides',
        'activities',
        'accounts',
      ] as const) {
        await db.deleteFrom(table).where('account_id', '=', id).execute();
      }
      return;
    case 'own':
      // Within one pool: who has an owner, and of which pool, is part of the judgement.
      await sql`update accounts set owner = ${change.n % 2 ? 'south' : 'rep'}
        where account_id = ${id} and owner is not null`.execute(db);
      return;
    case 'deputy':
      await sql`update accounts set deputy = ${change.n % 2 ? 'inside' : null} where account_id = ${id}`.execute(
        db,
      );
      return;
    case 'move':
      await sql`update accounts set territory = ${change.territory} where account_id = ${id}`.execute(db);
      return;
    case 'assign':
      await sql`insert into assigned_levels (account_id, valid_from, level)
        select account_id, ${`2026-03-0${change.n}`}::date, ${change.level} from accounts where account_id = ${id}
        on conflict (account_id, valid_from) do update set level = excluded.level`.execute(db);
      return;
    case 'override':
      await override(db, id, { level: change.level, tier: null, n: change.n });
      return;
    case 'tier':
      await override(db, id, { level: null, tier: change.tier, n: change.n });
      return;
    case 'key':
      await sql`insert into record_keys (record_key, account_id, object)
        select ${`${change.crm}:-:account:${change.n}`}, account_id, 'account' from accounts where account_id = ${id}
        on conflict (record_key) do update set account_id = excluded.account_id`.execute(db);
      return;
    case 'care':
      await sql`insert into activities (account_id, source, external_id, occurred_on, month, type, count, minutes, cause)
        select account_id, 'test', ${`${id}-${change.type}-${change.n}`}, ${`2026-03-0${change.n}`}::date, '2026-03',
          ${change.type}, ${change.n}, null, 'customer' from accounts where account_id = ${id}
        on conflict do nothing`.execute(db);
      return;
    case 'person':
      await sql`update people set phone = ${`+49 ${change.n}`} where person_id = 'rep'`.execute(db);
      return;
    case 'parent':
      await sql`update accounts set name = ${`Adler ${change.n}`} where account_id = 'a1'`.execute(db);
  }
}

async function override(
  db: Kysely<Database>,
  account: string,
  { level, tier, n }: { level: string | null; tier: string | null; n: number },
): Promise<void> {
  // Some hold at the evaluation, some have ended before.
  const until = n % 3 === 0 ? '2026-01' : '2026-06';
  await sql`insert into overrides (account_id, from_month, until_month, tier, level, reason, approver)
    select account_id, '2025-12', ${until}, ${tier}, ${level}, 'test', 'ops' from accounts where account_id = ${account}
    on conflict (account_id, from_month) do update
      set until_month = excluded.until_month, tier = excluded.tier, level = excluded.level`.execute(db);
}

/** Every record key there is, those of accounts without a CRM record included. */
export async function keysOf(store: Store): Promise<Set<string>> {
  const rows = await store.write(({ db }) => db.selectFrom('published_keys').select('record_key').execute());
  return new Set(rows.map(({ record_key }) => record_key));
}
