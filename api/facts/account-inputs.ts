import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { AccountInput, Month, MonthFacts, Policy } from '../../lib/engine/types.ts';
import { parseFraction } from '../../lib/util/fraction.ts';
import { addMonths, lastDayOf } from '../../lib/util/month.ts';
import type { MoneyKinds } from '../import/book-totals.ts';
import type { Database } from '../store/schema.ts';
import { monthFacts } from './month-facts.ts';
import { potentialSources } from './potential-sources.ts';

/** Accounts per round trip: their facts are summed and fetched together. */
const PAGE = 5_000;

interface Evaluated {
  asOf: Month;
  /** Facts up to this month are read: care of the year may run beyond the as-of month. */
  until: Month;
  /** These accounts only; at most a page of them. */
  ids?: readonly string[];
}

/** All accounts with all the engine may know of them, by id; closed ones only while their window is not empty. */
export async function* accountInputs(
  db: Kysely<Database>,
  policy: Policy,
  kinds: MoneyKinds,
  { asOf, until, ids }: Evaluated,
): AsyncGenerator<AccountInput> {
  let after = '';
  for (;;) {
    const page = await accountPage(db, after, ids);
    const first = page[0]?.account_id;
    const last = page.at(-1)?.account_id;
    if (first === undefined || last === undefined) return;
    const inPage = ids
      ? sql<boolean>`account_id = any (${ids}::text[])`
      : sql<boolean>`account_id between ${first} and ${last}`;
    const facts = await monthFacts(db, policy, kinds, { inPage, asOf, until });
    const dated = await datedRecords(db, inPage);
    const sources = await potentialSources(db, inPage);
    for (const account of page) {
      const months = facts.get(account.account_id) ?? [];
      if (isArchived(account.closed_on, months, asOf)) continue;
      yield {
        id: account.account_id,
        since: account.since?.slice(0, 7) ?? null,
        ownerPool: account.owner_pool,
        parent: account.parent,
        potential: account.potential_cents,
        ...(sources.has(account.account_id) ? { sources: sources.get(account.account_id)! } : {}),
        ...segmentOf(account),
        ...(account.seasonal ? { seasonal: true } : {}),
        ...(account.season === null ? {} : { season: account.season }),
        multiplier:
          account.multiplier &&
          (account.multiplier_until === null || account.multiplier_until >= lastDayOf(asOf)),
        case: currentCase(dated.cases.get(account.account_id) ?? [], asOf),
        decisions: (dated.decisions.get(account.account_id) ?? [])
          .filter(({ decided_on }) => decided_on <= lastDayOf(asOf))
          .map(({ kind, decided_on, deadline }) => ({
            kind,
            decided: decided_on.slice(0, 7),
            deadline: deadline.slice(0, 7),
          })),
        assigned: (dated.levels.get(account.account_id) ?? []).map(({ valid_from, level }) => ({
          from: valid_from,
          level,
        })),
        months,
        overrides: (dated.overrides.get(account.account_id) ?? []).map(
          ({ from_month: from, until_month: until, tier, level, reason, approver }) => ({
            from,
            until,
            ...(tier === null ? {} : { tier }),
            ...(level === null ? {} : { level }),
            reason,
            approver,
          }),
        ),
        referrals: (dated.referrals.get(account.account_id) ?? []).map(
          ({ referred, share, start_month: start, months: length }) => ({
            referred,
            share: parseFraction(share),
            start,
            months: length,
          }),
        ),
      };
    }
    after = last;
  }
}

/** A merged account is judged within the one that survives, which has been a customer as long as any of them. */
const isNoAlias = sql<boolean>`not exists (
  select 1 from aliases where aliases.account_id = accounts.account_id and merged_into is not null)`;
const since = sql<string | null>`case when accounts.since is not null then least(accounts.since, (
  select min(merged.since) from surviving_accounts s join accounts merged on merged.account_id = s.account_id
  where s.merged_into = accounts.account_id)) end`.as('since');

function accountPage(db: Kysely<Database>, after: string, ids: readonly string[] | undefined) {
  return db
    .selectFrom('accounts')
    .leftJoin('people', 'people.person_id', 'accounts.owner')
    .select([
      'accounts.account_id',
      since,
      'parent',
      'potential_cents',
      'multiplier',
      'multiplier_until',
      'closed_on',
      'industry',
      'size_class',
      'seasonal',
      'season',
      'people.pool as owner_pool',
    ])
    .where('accounts.account_id', '>', after)
    .where(isNoAlias)
    .$if(ids !== undefined, (query) => query.where('accounts.account_id', 'in', ids ?? []))
    .orderBy('accounts.account_id')
    .limit(PAGE)
    .execute();
}

async function datedRecords(db: Kysely<Database>, inPage: RawBuilder<boolean>) {
  const cases = await db
    .selectFrom('cases')
    .selectAll()
    .where(inPage)
    .orderBy('start_month')
    .orderBy('kind')
    .execute();
  const decisions = await db
    .selectFrom('decisions')
    .selectAll()
    .where(inPage)
    .orderBy('decided_on')
    .orderBy('kind')
    .execute();
  const levels = await db
    .selectFrom('assigned_levels')
    .selectAll()
    .where(inPage)
    .orderBy('valid_from')
    .execute();
  const overrides = await db
    .selectFrom('overrides')
    .selectAll()
    .where(inPage)
    .orderBy('from_month')
    .execute();
  const referrals = await db
    .selectFrom('referrals')
    .selectAll()
    .where(inPage)
    .orderBy('start_month')
    .orderBy('referred')
    .execute();
  return {
    cases: byAccount(cases),
    decisions: byAccount(decisions),
    levels: byAccount(levels),
    overrides: byAccount(overrides),
    referrals: byAccount(referrals),
  };
}

function byAccount<Row extends { account_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.account_id);
    if (group) group.push(row);
    else groups.set(row.account_id, [row]);
  }
  return groups;
}

/** Comparable only where industry and size are both known. */
function segmentOf({ industry, size_class }: Pick<Database['accounts'], 'industry' | 'size_class'>) {
  return industry === '' || size_class === '' ? {} : { segment: JSON.stringify([industry, size_class]) };
}

/** The newest case approved and begun by the as-of month; the engine tells whether it still runs. */
function currentCase(cases: readonly Database['cases'][], asOf: Month): AccountInput['case'] {
  const found = cases.findLast(
    ({ start_month, approved_on }) => start_month <= asOf && approved_on <= lastDayOf(asOf),
  );
  if (!found) return null;
  return {
    kind: found.kind,
    start: found.start_month,
    horizonQuarters: found.horizon_quarters,
    budget: found.budget_cents,
    plan: found.plan_cents.map(Number),
    ...(found.level === null ? {} : { level: found.level }),
  };
}

/** A closed account stays until twelve months without any fact have passed (domain §15). */
function isArchived(closedOn: string | null, months: readonly MonthFacts[], asOf: Month): boolean {
  if (closedOn === null || closedOn > lastDayOf(asOf)) return false;
  const from = addMonths(asOf, -11);
  return !months.some(({ month }) => month >= from);
}
