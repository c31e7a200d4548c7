import { sortedById } from '../util/code-unit-order.ts';
import { addMonths, lastDayOf } from '../util/month.ts';
import { assessAccount } from './assess-account.ts';
import type { Assessment, Ledger, LedgerLine, Portfolio } from './assessment.ts';
import { splitDeficit } from './deficit-reasons.ts';
import { groupOfEach, groupUnits } from './groups.ts';
import { computeLedger } from './ledger.ts';
import { limitsOf } from './limits.ts';
import { createTally } from './portfolio-tally.ts';
import { createPotentialLookup } from './potential-lookup.ts';
import { createReferralLookup } from './referral.ts';
import type { AccountInput, Coverage, IsoDate, Month, Policy } from './types.ts';
import { whaleCurve } from './whale-curve.ts';

export interface PortfolioOptions {
  /** Last closed month; the window is the twelve months that end with it. */
  asOf: Month;
  /** κ per pool in the window; pools left out are unknown. */
  coverage?: Coverage;
  /** κ of windows ending earlier, by their last month; where absent, `coverage` holds. */
  coverageByQuarter?: Readonly<Record<Month, Coverage>>;
  /** Day the care of the calendar year is counted to; the last day of `asOf` unless told. */
  careUntil?: IsoDate;
}

/**
 * Judges a portfolio (domain §4 to §11): a pure function of policy, facts and options, independent of the order
 * of its input. Facts after `asOf` count for nothing but the care of the calendar year up to `careUntil`.
 * @throws RangeError for two accounts with one id, parents in a circle, or an unknown level or activity type.
 */
export function assessPortfolio(
  policy: Policy,
  input: readonly AccountInput[],
  options: PortfolioOptions,
): Portfolio {
  const accounts = sortedById(input);
  rejectTwins(accounts);
  const { asOf, coverage = {}, coverageByQuarter = {} } = options;
  const context = {
    asOf,
    dataFrom: firstMonth(accounts, asOf),
    careLogged: accounts.some(({ months }) => months.some(({ care }) => care.length > 0)),
    coverageAt: (month: Month) => coverageByQuarter[month] ?? coverage,
    potentialAt: createPotentialLookup(accounts, asOf),
    referrals: createReferralLookup(accounts, asOf),
    careUntil: options.careUntil ?? lastDayOf(asOf),
  };
  const tally = createTally(policy);
  const assessed = accounts.map((account) => {
    const judged = assessAccount(policy, account, context);
    tally.add(judged);
    return judged;
  });
  const units = judgedUnits(policy, assessed);
  const byAccount = computeLedger(units);
  const grouped = assessed.some(({ parent }) => parent !== null)
    ? computeLedger(groupUnits(units), 'group')
    : null;
  const ledger = policy.unit === 'group' && grouped ? grouped : byAccount;
  bookLedger(assessed, ledger);

  const deficit = splitDeficit(policy, units, (i) => accounts[i]!.case?.kind ?? null, byAccount.surplus);
  const crowding = tally.crowding();
  return {
    policy,
    currency: policy.currency,
    asOf,
    from: addMonths(asOf, -11),
    careYear: Number(context.careUntil.slice(0, 4)),
    nextReview: addMonths(asOf, 3),
    accounts: assessed,
    ledger,
    groupLedger: grouped,
    whaleCurve: whaleCurve(ledger.lines),
    deficitByReason: deficit.byReason,
    tolerated: deficit.tolerated,
    toleratedBudget: deficit.budget,
    crowding,
    limits: limitsOf(policy, {
      ledger,
      accounts: assessed.length,
      crowding,
      coverage,
      permanentDeficit: tally.permanentDeficit(),
      tolerated: deficit.tolerated,
      toleratedBudget: deficit.budget,
      promise: tally.promise(coverage),
    }),
    care: tally.careKnowledge(coverage),
  };
}

/** What the ledger books; the assessments themselves where that is DB III. */
function judgedUnits(
  { breakEvenLevel }: Policy,
  assessed: readonly Assessment[],
): readonly Pick<Assessment, 'id' | 'parent' | 'db3' | 'state'>[] {
  if (breakEvenLevel !== 'NET') return assessed;
  return assessed.map(({ id, parent, balance, state }) => ({ id, parent, db3: balance, state }));
}

function rejectTwins(accounts: readonly AccountInput[]): void {
  for (let i = 1; i < accounts.length; i++) {
    const id = accounts[i]!.id;
    if (id === accounts[i - 1]!.id)
      throw new RangeError(`account "${id}" is given twice; ids must be unique`);
  }
}

function firstMonth(accounts: readonly AccountInput[], asOf: Month): Month {
  let first = asOf;
  for (const { months } of accounts) {
    const month = months[0]?.month;
    if (month !== undefined && month < first) first = month;
  }
  return first;
}

function bookLedger(assessed: Assessment[], ledger: Ledger): void {
  if (ledger.unit === 'account') {
    // Both by id in code-unit order.
    for (const [i, account] of assessed.entries()) bookLine(account, ledger.lines[i]!);
    return;
  }
  const lines = new Map(ledger.lines.map((line) => [line.id, line]));
  const groups = groupOfEach(assessed);
  for (const account of assessed) bookLine(account, lines.get(groups.get(account.id)!)!);
}

function bookLine(account: Assessment, { line, uncovered }: LedgerLine): void {
  account.ledgerLine = line;
  account.uncovered = uncovered;
}
