import type { Kysely } from 'kysely';
import { assessPortfolio, type PortfolioOptions } from '../../lib/engine/assess-portfolio.ts';
import type { Portfolio } from '../../lib/engine/assessment.ts';
import type { AccountInput, Coverage, Month, Policy } from '../../lib/engine/types.ts';
import { accountInputs } from '../facts/account-inputs.ts';
import { coverageByQuarter } from '../facts/pool-coverage.ts';
import type { MoneyKinds } from '../import/book-totals.ts';
import type { Database } from '../store/schema.ts';
import type { EvaluationDates } from './as-of.ts';

/** Quarters whose coverage is computed for the history: five years. */
const COVERED_QUARTERS = 20;

/** What the engine was given, for the hash of the input. */
export interface EngineInput {
  accounts: readonly AccountInput[];
  coverage: Readonly<Record<Month, Coverage>>;
  dates: EvaluationDates;
}

/** Reads the facts page by page and judges the whole portfolio. */
export async function evaluate(
  db: Kysely<Database>,
  policy: Policy,
  kinds: MoneyKinds,
  dates: EvaluationDates,
): Promise<{ input: EngineInput; options: PortfolioOptions; portfolio: Portfolio }> {
  const { asOf, careUntil } = dates;
  const coverage = await coverageByQuarter(db, policy, asOf, COVERED_QUARTERS);
  const accounts: AccountInput[] = [];
  for await (const account of accountInputs(db, policy, kinds, { asOf, until: careUntil.slice(0, 7) })) {
    accounts.push(account);
  }
  const options = { asOf, coverage: coverage[asOf] ?? {}, coverageByQuarter: coverage, careUntil };
  const portfolio = assessPortfolio(policy, accounts, options);
  return { input: { accounts, coverage, dates }, options, portfolio };
}
