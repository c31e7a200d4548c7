import { type Calendar, MONTHS, QUARTERS } from './calendar.ts';
import type { QuarterPlan } from './quarter-plan.ts';
import { createRandom, distribute, type Random } from './random.ts';
import type { Currency, SampleAccount } from './sample-account.ts';

/** Reporting-currency value of one unit of a currency in a month, in ten-thousandths. */
export type RateOf = (monthIndex: number, currency: Currency) => number;

/** One row of money-lines.csv before formatting; `cents` in the line's own currency. */
export interface MoneyLine {
  externalId: string;
  accountId: string;
  bookedOn: string;
  kind: string;
  cents: number;
  currency: Currency;
}

interface Invoice {
  month: number;
  day: string;
  /** Kind and amount in cents of the reporting currency. */
  parts: [kind: string, cents: number][];
}

/** Invoices, credit notes and their costs of one account: net revenue and DB II of each quarter as planned. */
export function createMoneyLines(
  seed: string,
  calendar: Calendar,
  account: SampleAccount,
  rateOf: RateOf,
): MoneyLine[] {
  const random = createRandom(`${seed}:money:${account.id}`);
  const habits = {
    discount: random.chance(0.35) ? random.int(10, 40) : 0,
    cashDiscount: random.chance(0.3) ? 20 : 0,
    commission: random.chance(0.12) ? random.int(10, 25) : 0,
  };
  const invoices: Invoice[] = [];
  for (let quarter = 0; quarter <= QUARTERS; quarter++) {
    const plan = quarter < QUARTERS ? account.plan[quarter]! : begun(account.plan[QUARTERS - 1]!, calendar);
    invoices.push(...quarterInvoices(random, calendar, quarter, plan, habits));
  }
  return invoices
    .filter((invoice) => invoice.month >= account.sinceIndex)
    .flatMap((invoice, index) =>
      invoice.parts
        .filter(([, cents]) => cents !== 0)
        .map(([kind, cents], part) => ({
          externalId: `${account.id}-${index + 1}-${part + 1}`,
          accountId: account.id,
          bookedOn: invoice.day,
          kind,
          cents: inCurrency(cents, rateOf(invoice.month, account.currency)),
          currency: account.currency,
        })),
    );
}

/** Part of a quarter that today's month makes up so far. */
function begun(plan: QuarterPlan, calendar: Calendar): QuarterPlan {
  const share = calendar.elapsed / 3;
  return { net: Math.trunc(plan.net * share), db2: Math.trunc(plan.db2 * share), care: {} };
}

function quarterInvoices(
  random: Random,
  calendar: Calendar,
  quarter: number,
  plan: QuarterPlan,
  habits: { discount: number; cashDiscount: number; commission: number },
): Invoice[] {
  if (plan.net === 0 && plan.db2 === 0) return [];
  const months = quarter < QUARTERS ? [0, 1, 2].map((offset) => quarter * 3 + offset) : [MONTHS];
  const count = Math.min(9, 1 + Math.floor(Math.abs(plan.net) / 450_000));
  const days = Array.from({ length: count }, () => {
    const month = random.pick(months);
    return { month, day: random.pick(calendar.workingDays(month)) };
  }).sort((a, b) => (a.day < b.day ? -1 : 1));
  const base = Math.abs(plan.net);
  // Deductions first, so that gross revenue less deductions is the planned net revenue exactly.
  const returned = plan.net < 0 ? base * 4 : random.chance(0.07) ? perMille(base, random.int(20, 80)) : 0;
  const discount = perMille(base, habits.discount);
  const cashDiscount = perMille(base, habits.cashDiscount);
  const bonus = base > 2_000_000 && random.chance(0.25) ? perMille(base, 15) : 0;
  const gross = plan.net + returned + discount + cashDiscount + bonus;
  const freight = perMille(base, random.int(12, 30)) + count * 450;
  const commission = perMille(base, habits.commission);
  const rare = random.chance(0.02) ? perMille(base, random.int(5, 15)) : 0;
  const cost = plan.net - freight - commission - rare - plan.db2;
  const weights = days.map(() => 0.5 + random.next());
  const share = (cents: number): number[] => distribute(cents, weights);
  const shares = [gross, discount, cashDiscount, freight, commission, cost].map(share);
  const kinds = ['sales', 'discount', 'cash_discount', 'freight', 'commission', 'product_cost'];
  const invoices: Invoice[] = days.map((date, index) => ({
    ...date,
    parts: kinds.map((kind, line): [string, number] => [kind, shares[line]![index]!]),
  }));
  const last = invoices[invoices.length - 1]!;
  last.parts.push(['credit_note', returned], ['bonus', bonus]);
  last.parts.push([random.pick(['payment_term', 'bad_debt', 'customer_specific']), rare]);
  return invoices;
}

function perMille(cents: number, share: number): number {
  return Math.floor((cents * share) / 1_000);
}

function inCurrency(cents: number, rate: number): number {
  return Math.floor((cents * 10_000) / rate);
}
