import { sql } from 'kysely';
import type { Portfolio } from '../../lib/engine/assessment.ts';
import { type Comparison, comparePortfolios } from '../../lib/engine/compare-portfolios.ts';
import type { Month } from '../../lib/engine/types.ts';
import { addMonths, lastDayOf } from '../../lib/util/month.ts';
import { checkVocabulary } from '../facts/check-vocabulary.ts';
import { checkBaseRates } from '../facts/fx-shift.ts';
import { moneyKindsOf } from '../import/import-context.ts';
import { type EvaluationDates, evaluationDates } from '../publish/as-of.ts';
import { evaluate } from '../publish/evaluate.ts';
import type { Session, Store } from '../store/store.ts';
import { type LoadedPolicy, loadPolicy } from './load-policy.ts';
import { policyInForce } from './policy-in-force.ts';

export interface SimulateOptions {
  /** Policy file to compare with; the concept in force where left out. */
  before?: string;
  /** Policy thought about, or its file. */
  after: string | LoadedPolicy;
  asOf?: Month;
  /** How many earlier quarters to judge by both as well (back-test). */
  quartersBack?: number;
  now: Date;
}

/** One comparison per quarter, the latest first. */
export type Simulation = readonly (Comparison & { asOf: Month })[];

/**
 * Judges the stored accounts by two concepts and says what would change (domain §17.2). Nothing is stored.
 * @throws UserError for a policy file that cannot be used, or a store without figures
 */
export async function simulate(store: Store, options: SimulateOptions): Promise<Simulation> {
  const after = typeof options.after === 'string' ? loadPolicy(options.after) : options.after;
  return store.write(async (session) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(session.db);
    const latest = await evaluationDates(session.db, options.now, options.asOf);
    const before = await policyInForce(session.db, lastDayOf(latest.asOf), options.before);
    const simulation: (Comparison & { asOf: Month })[] = [];
    for (let back = 0; back <= (options.quartersBack ?? 0); back++) {
      const dates = back === 0 ? latest : quarterBefore(latest, back);
      const was = await judge(session, before, dates);
      const is = await judge(session, after, dates);
      simulation.push({ asOf: dates.asOf, ...comparePortfolios(was, is) });
    }
    return simulation;
  });
}

/** The stored accounts judged by one concept. */
export async function judge(
  { db }: Session,
  { document, policy }: LoadedPolicy,
  dates: EvaluationDates,
): Promise<Portfolio> {
  const kinds = moneyKindsOf(document.contributionLevels);
  await checkVocabulary(db, policy, kinds);
  await checkBaseRates(db, policy);
  const { portfolio } = await evaluate(db, policy, kinds, dates);
  return portfolio;
}

function quarterBefore({ asOf }: EvaluationDates, back: number): EvaluationDates {
  const month = addMonths(asOf, -3 * back);
  return { asOf: month, careUntil: lastDayOf(month) };
}
