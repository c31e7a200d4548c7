import { type Kysely, sql } from 'kysely';
import type { LimitResult } from '../../lib/engine/assessment.ts';
import { computeLedger } from '../../lib/engine/ledger.ts';
import { limitsOf } from '../../lib/engine/limits.ts';
import type { Policy } from '../../lib/engine/types.ts';
import { whaleCurve } from '../../lib/engine/whale-curve.ts';
import { byCodeUnit } from '../../lib/util/code-unit-order.ts';
import { lastDayOf } from '../../lib/util/month.ts';
import { careLines } from '../facts/care-lines.ts';
import { checkVocabulary } from '../facts/check-vocabulary.ts';
import { sumOfLevel } from '../facts/money-levels.ts';
import type { MoneyKinds } from '../import/book-totals.ts';
import { moneyKindsOf } from '../import/import-context.ts';
import { localDay } from '../local-day.ts';
import { policyInForce } from '../policy/policy-in-force.ts';
import type { Database } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { UserError } from '../user-error.ts';
import { judgedLimits } from './judged-limits.ts';
import type { Report } from './report-format.ts';

export interface ReportOptions {
  /** First and last day of the period; everything booked unless told. */
  from?: string;
  to?: string;
  /** Leaves out all that was booked after this day, as if it were today. */
  asOf?: string;
  policyPath?: string;
  /** The present moment: decides which concept is in force where no day is given. */
  now?: Date;
}

/** Limits of the ledger of the period; the others are judged at its end. */
const LEDGER_LIMITS: readonly LimitResult['limit'][] = ['L2', 'L3', 'L5'];

/**
 * Whale curve and ledger of all accounts with money or care in a period (formats: report). Without any
 * activities DB III is DB II and the report says that care is unknown.
 * @throws UserError where nothing has been booked in the period
 */
export async function report(store: Store, options: ReportOptions = {}): Promise<Report> {
  return store.write(async ({ db }) => {
    const day = options.asOf ?? options.to ?? localDay(options.now ?? new Date());
    const { document, policy } = await policyInForce(db, day, options.policyPath);
    const kinds = moneyKindsOf(document.contributionLevels);
    await checkVocabulary(db, policy, kinds);
    const period = await periodOf(db, options);
    const accounts = await accountSums(db, policy, kinds, period);
    const units = accounts.map(({ id, db2, cts }) => ({ id, db3: db2 - cts }));
    const ledger = computeLedger(units);
    const { surplus, deficit, transferred, retained, uncovered, subsidyRatio } = ledger;
    const {
      accounts: count,
      unprofitable,
      total,
      peakAt,
      peakPercent,
      topFifth,
      topFifthPercent,
    } = whaleCurve(units);
    const ofLedger = limitsOf(policy, {
      ledger,
      accounts: units.length,
      crowding: [],
      coverage: {},
      permanentDeficit: 0,
      tolerated: 0,
      toleratedBudget: 0,
      promise: [],
    }).filter(({ limit }) => LEDGER_LIMITS.includes(limit));
    const limits = [...ofLedger, ...(await judgedLimits(db, policy, kinds, period.to))];
    return {
      period,
      whaleCurve: { accounts: count, unprofitable, total, peakAt, peakPercent, topFifth, topFifthPercent },
      ledger: { surplus, deficit, transferred, retained, uncovered, subsidyRatio },
      limits: limits.sort((a, b) => byCodeUnit(a.limit, b.limit) || byCodeUnit(a.pool ?? '', b.pool ?? '')),
      care: careKnowledge(accounts),
      evaluation: await lastEvaluation(db),
    };
  });
}

async function lastEvaluation(db: Kysely<Database>): Promise<Report['evaluation']> {
  const row = await db
    .selectFrom('evaluations')
    .innerJoin('evaluation_summaries', 'evaluation_summaries.evaluation_id', 'evaluations.evaluation_id')
    .select(['evaluations.evaluation_id', 'as_of', 'policy_version', 'summary'])
    .orderBy('published_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { evaluation_id: evaluationId, as_of, policy_version: policyVersion, summary } = row;
  return { evaluationId, asOf: lastDayOf(as_of), policyVersion, ...summary };
}

async function periodOf(db: Kysely<Database>, { from, to, asOf }: ReportOptions): Promise<Report['period']> {
  const last = [to, asOf].filter((day) => day !== undefined).sort()[0] ?? '9999-12-31';
  const { rows } = await sql<{ from: string | null; to: string }>`
    select min(day)::text as from, max(day)::text as to from (
      select booked_on as day from money_lines union all select occurred_on from activities where account_id <> ''
    ) booked where day between ${from ?? '0001-01-01'}::date and ${last}::date`.execute(db);
  const [booked] = rows;
  if (!booked || booked.from === null) {
    throw new UserError('Nothing has been booked in this period. Import figures, or choose another period.');
  }
  return { from: from ?? booked.from, to: to ?? asOf ?? booked.to };
}

interface AccountSums {
  id: string;
  db2: number;
  cts: number;
  hasCare: boolean;
}

async function accountSums(
  db: Kysely<Database>,
  policy: Policy,
  kinds: MoneyKinds,
  { from, to }: Report['period'],
): Promise<AccountSums[]> {
  const { rows } = await sql<AccountSums>`
    select account_id as id, coalesce(money.db2, 0)::bigint as db2, coalesce(care.cts, 0)::bigint as cts,
      care.account_id is not null as "hasCare"
    from (
      select account_id, ${sumOfLevel(kinds, 'gross')} - ${sumOfLevel(kinds, 'deductions')}
        - ${sumOfLevel(kinds, 'cogs')} - ${sumOfLevel(kinds, 'direct')} as db2
      from money_lines where booked_on between ${from}::date and ${to}::date group by account_id
    ) money
    full join (
      select account_id, sum(cents) as cts from ${careLines(policy)} line
      where account_id <> '' and occurred_on between ${from}::date and ${to}::date group by account_id
    ) care using (account_id)`.execute(db);
  return rows;
}

function careKnowledge(accounts: readonly AccountSums[]): Report['care'] {
  const cared = accounts.filter(({ hasCare }) => hasCare).length;
  if (cared === 0) return 'unknown';
  return cared < accounts.length ? 'partly' : 'known';
}
