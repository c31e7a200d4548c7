import type { Kysely } from 'kysely';
import type { PolicyWords } from '../../lib/contract/policy-words.ts';
import type { Portfolio } from '../../lib/engine/assessment.ts';
import { type CareView, careByPool } from '../../lib/engine/care-views.ts';
import type { WithheldCare } from '../../lib/engine/withheld-care.ts';
import { yearEndStatement } from '../../lib/engine/year-end-statement.ts';
import { lastDayOf } from '../../lib/util/month.ts';
import { policyInForce } from '../policy/policy-in-force.ts';
import { judge } from '../policy/simulate.ts';
import { type EvaluationDates, evaluationDates } from '../publish/as-of.ts';
import type { Database } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { UserError } from '../user-error.ts';
import type { Statement } from './statement-format.ts';

export interface StatementOptions {
  /** The year of the last closed month with figures unless told. */
  year?: number;
  view?: CareView;
  /** Only this creditor; the sums stay those of the whole. */
  account?: string;
  /** Name the accounts that got more instead of their tiers alone. */
  names?: boolean;
  policyPath?: string;
  now: Date;
}

/**
 * The year-end statement of withheld care per account (domain §10): what was entitled, delivered and withheld per
 * pool, in minutes and money, and which groups got it. A running year counts up to its last closed month.
 * @throws UserError for a year without figures, an unknown account, or nothing to measure by
 */
export async function statement(
  store: Store,
  options: StatementOptions,
): Promise<{ figures: Statement; words: PolicyWords }> {
  return store.write(async (session) => {
    const { db } = session;
    const dates = await datesOf(db, options);
    const loaded = await policyInForce(db, lastDayOf(dates.asOf), options.policyPath);
    const portfolio = await judge(session, loaded, dates);
    const accounts = new Map(portfolio.accounts.map((account) => [account.id, account]));
    const names = await namesOf(db);
    if (options.account !== undefined && !accounts.has(options.account)) {
      throw new UserError(`There is no account ${options.account} with figures in this year.`);
    }
    const { policy } = loaded;
    const view = options.view ?? 'promise';
    const pools = careByPool(portfolio, view);
    if (pools.size === 0) {
      throw new UserError('No account has yield, so care cannot be measured by it. Use --view promise.');
    }
    const { creditors, debtors } = yearEndStatement(policy, pools, (id) => accounts.get(id)?.tier ?? '');
    const total = (list: readonly { cents: number }[]) => list.reduce((sum, { cents }) => sum + cents, 0);
    const figures: Statement = {
      year: portfolio.careYear,
      period: { from: `${portfolio.careYear}-01-01`, to: dates.careUntil },
      view,
      policyVersion: policy.version,
      currency: policy.currency,
      pools: [...pools].map(([pool, care]) => ({
        pool,
        rate: policy.rates[pool] ?? 0,
        withheldMinutes: care.withheldTotal,
        overMinutes: care.overTotal,
        matchedMinutes: care.matchedMinutes,
        matchedCents: care.matchedCents,
        shortfallMinutes: care.shortfallMinutes,
        extraMinutes: care.extraMinutes,
      })),
      creditors: creditors
        .filter(({ id }) => options.account === undefined || id === options.account)
        .map((creditor) => {
          const { tier, assignedLevel: level } = accounts.get(creditor.id)!;
          return { ...creditor, name: names.get(creditor.id) ?? creditor.id, tier, level };
        }),
      debtors,
      ...(options.names ? { debtorAccounts: debtorAccounts(portfolio, pools, names) } : {}),
      credits: total(creditors),
      debits: total(debtors),
    };
    return { figures, words: loaded.words };
  });
}

/** A whole year where it is over; else up to the last closed month. */
async function datesOf(
  db: Kysely<Database>,
  { year, now }: Pick<StatementOptions, 'year' | 'now'>,
): Promise<EvaluationDates> {
  const latest = await evaluationDates(db, now, undefined);
  const lastYear = Number(latest.asOf.slice(0, 4));
  if (year === undefined || year === lastYear)
    return { asOf: latest.asOf, careUntil: lastDayOf(latest.asOf) };
  if (year > lastYear) {
    throw new UserError(`There are no figures of ${year} yet; the last closed month is ${latest.asOf}.`);
  }
  return { asOf: `${year}-12`, careUntil: `${year}-12-31` };
}

async function namesOf(db: Kysely<Database>): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('accounts').select(['account_id', 'name']).execute();
  return new Map(rows.map(({ account_id, name }) => [account_id, name]));
}

function debtorAccounts(
  { accounts }: Portfolio,
  pools: ReadonlyMap<string, WithheldCare>,
  names: ReadonlyMap<string, string>,
): NonNullable<Statement['debtorAccounts']> {
  // Lines stand in the order of the accounts.
  const care = [...pools.values()];
  return accounts
    .map(({ id, tier }, i) => ({
      id,
      name: names.get(id) ?? id,
      tier,
      overMinutes: care.reduce((sum, { lines }) => sum + lines[i]!.over, 0),
      cents: care.reduce((sum, { lines }) => sum + lines[i]!.debit, 0),
    }))
    .filter(({ cents }) => cents > 0)
    .sort((a, b) => b.cents - a.cents);
}
