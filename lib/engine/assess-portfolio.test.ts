import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../../api/policy/load-policy.ts';
import { account, month } from '../../tests/support/accounts.ts';
import { addMonths } from '../util/month.ts';
import { assessPortfolio, type PortfolioOptions } from './assess-portfolio.ts';
import type { Assessment } from './assessment.ts';
import { careOf } from './care-year.ts';
import { historyOf } from './quarter-history.ts';
import type { AccountInput, MonthFacts, Policy } from './types.ts';

const { policy } = loadPolicy();
const asOf = '2026-12';
const old = { since: '2015-01' };

/** A month of facts in each of the last `count` months. */
function monthly(count: number, of: (at: string, i: number) => MonthFacts): MonthFacts[] {
  return Array.from({ length: count }, (_, i) => of(addMonths(asOf, i - count + 1), i));
}

function assess(
  input: AccountInput | readonly AccountInput[],
  options: Partial<PortfolioOptions> = {},
  changes: Partial<Policy> = {},
): Assessment[] {
  const accounts = [input].flat() as AccountInput[];
  return [...assessPortfolio({ ...policy, ...changes }, accounts, { asOf, ...options }).accounts];
}

/** So that the portfolio's facts reach back two years. */
const ballast = account('~ballast', {
  ...old,
  months: monthly(24, (at) => month(policy, at, 100_000, [['call', 1]])),
});
const one = (input: AccountInput, options: Partial<PortfolioOptions> = {}, changes: Partial<Policy> = {}) =>
  assess([input, ballast], options, changes)[0]!;

describe('edge cases (domain §15)', () => {
  it('zero revenue, care > 0: care counts, lowest level, unlimited toleration it is not', () => {
    const found = one(account('a', { ...old, months: [month(policy, asOf, 0, [['visit', 3]])] }));
    expect(found).toMatchObject({ net: 0, db2: 0, cts: 81_000, db3: -81_000, fundableLevel: 'SELF' });
    expect(found).toMatchObject({ state: 'WATCH', userState: 'carried' });
    expect(found.line).toEqual({ code: 'carried-quarters', quarters: 1 });
  });

  it('never bought, never cared for: no line, no statement', () => {
    const found = one(account('a', old));
    expect(found).toMatchObject({ ledgerLine: 0, db3: 0, state: 'NO_DATA', userState: 'open' });
  });

  it('dormant: Z only after two evaluations', () => {
    const bought = monthly(24, (at, i) => month(policy, at, i < 9 ? 50_000 : 0, [['call', 1]]));
    const tiers = historyOf(one(account('a', { ...old, months: bought })), asOf).map(({ tier }) => tier);
    expect(tiers).toEqual(['B', 'B', 'C', 'C', 'Z']);
  });

  it('negative DB II is a matter of price or range, not of care', () => {
    const found = one(account('a', { ...old, months: [month(policy, asOf, -50_000, [['call', 1]])] }));
    expect(found).toMatchObject({ marginLoss: true, line: { code: 'margin' } });
  });

  it('credit notes beyond sales: NET negative, tolerance by its amount', () => {
    const facts = { ...month(policy, asOf, 100_000, [['call', 1]]), deductions: 1_600_000 };
    expect(one(account('a', { ...old, months: [facts] }))).toMatchObject({
      net: -1_500_000,
      tolerance: 30_000,
    });
  });

  it('new: provisional, onboarding level, real money in the ledger under its own reason', () => {
    const fresh = account('a', {
      since: '2026-11',
      months: [month(policy, asOf, 15_000, [['visit', 2]])],
    });
    const portfolio = assessPortfolio(policy, [fresh, ballast], { asOf });
    expect(portfolio.accounts[0]).toMatchObject({
      provisional: true,
      suggestedLevel: 'BASIS',
      state: 'NEW',
      userState: 'open',
      line: { code: 'new', month: '2027-05' },
      ledgerLine: 39_000,
    });
    expect(portfolio.deficitByReason.new).toBe(39_000);
  });

  it('an account that begins after the as-of month is new, not a fault', () => {
    expect(one(account('a', { since: '2027-01' }))).toMatchObject({ provisional: true, db3: 0 });
  });

  it('no activity at all for an account with an owner: no statement, money booked all the same', () => {
    const found = one(account('a', { ...old, months: [month(policy, asOf, 200_000)] }));
    expect(found).toMatchObject({
      state: 'NO_DATA',
      userState: 'open',
      db3: 200_000,
      line: { code: 'incomplete' },
    });
  });

  it('no owner and no care: a statement where others are logged, none where nobody is', () => {
    const alone = account('a', { ...old, ownerPool: null, months: [month(policy, asOf, 200_000)] });
    expect(one(alone)).toMatchObject({ state: 'FUNDER', userState: 'carries' });
    expect(assess(alone)[0]).toMatchObject({ state: 'NO_DATA', userState: 'open' });
  });

  it('imputed care is an estimate and never becomes "carries others"', () => {
    const silent = account('a', { ...old, months: [month(policy, asOf, 170_000)] });
    const found = one(silent, {}, { impute: 'packageCost' });
    expect(found).toMatchObject({
      estimated: true,
      cts: 9_000,
      db3: 161_000,
      state: 'FUNDER',
      userState: 'open',
    });
  });

  it('the group ledger nets parent and child, over any depth', () => {
    const accounts = [
      account('p', { ...old, months: [month(policy, asOf, 90_000)] }),
      account('c', { ...old, parent: 'p', months: [month(policy, asOf, -50_000)] }),
      account('g', { ...old, parent: 'c', months: [month(policy, asOf, -60_000)] }),
    ];
    const portfolio = assessPortfolio({ ...policy, unit: 'group' }, accounts, { asOf });
    expect(portfolio.ledger).toMatchObject({ unit: 'group', surplus: 0, deficit: 20_000 });
    expect(portfolio.accounts.map(({ uncovered }) => uncovered)).toEqual([20_000, 20_000, 20_000]);
  });

  it('parents in a circle, and two accounts with one id, are refused by name', () => {
    const circle = [account('a', { parent: 'b' }), account('b', { parent: 'a' })];
    expect(() => assess(circle)).toThrow(/parents of account "a" go round in a circle/);
    expect(() => assess([account('a'), account('a')])).toThrow(/"a" is given twice/);
  });

  it('total profit ≤ 0: the whale curve speaks in money, not in per cent', () => {
    const accounts = [
      account('a', { ...old, months: [month(policy, asOf, 100)] }),
      account('b', { ...old, months: [month(policy, asOf, -300)] }),
    ];
    expect(assessPortfolio(policy, accounts, { asOf }).whaleCurve).toMatchObject({
      total: -200,
      peak: 100,
      peakPercent: null,
      topFifthPercent: null,
    });
  });

  it('an override changes tier and level until its end, never money', () => {
    const base = account('a', { ...old, months: [month(policy, asOf, 100_000, [['call', 1]])] });
    const by = { reason: 'board', approver: 'lead' };
    const held = one({
      ...base,
      overrides: [{ from: '2026-10', until: '2026-12', tier: 'A', level: 'EXKLUSIV', ...by }],
    });
    const over = one({ ...base, overrides: [{ from: '2026-01', until: '2026-11', tier: 'A', ...by }] });
    expect(held).toMatchObject({ tier: 'A', suggestedLevel: 'EXKLUSIV', tierReason: { rule: 'override' } });
    expect(over).toMatchObject({ tier: 'C', tierReason: { rule: 'ladder' } });
    expect(held.db3).toBe(over.db3);
  });

  it('merging two accounts adds their figures and leaves surplus less deficit as it is', () => {
    const [a, b] = [300_000, -120_000].map((db2, i) =>
      account(`a${i}`, { ...old, months: [month(policy, asOf, db2, [['call', 3]])] }),
    );
    const merged = account('a0', { ...old, months: [...a!.months, ...b!.months] });
    const [one, two] = assess([a!, b!, ballast]);
    const [both] = assess([merged, ballast]);
    for (const part of ['net', 'db2', 'cts', 'db3'] as const)
      expect(both![part]).toBe(one![part] + two![part]);
    const total = (input: readonly AccountInput[]) => {
      const { surplus, deficit } = assessPortfolio(policy, input, { asOf }).ledger;
      return surplus - deficit;
    };
    expect(total([merged, ballast])).toBe(total([a!, b!, ballast]));
  });

  it('moved to another pool: minutes stay where they were spent, entitlement follows the days', () => {
    const months = [month(policy, '2026-03', 400_000, [['visit', 2]])];
    const assigned = [
      { from: '2020-01-01', level: 'KOMFORT' },
      { from: '2026-07-01', level: 'BASIS' },
    ];
    const found = one(account('a', { ...old, ownerPool: 'inside', assigned, months }));
    expect(found.minutes).toEqual({ field: 360 });
    const field = Math.floor((720 * 181) / 365);
    expect(careOf(found)[0]).toMatchObject({ pool: 'field', entitledMinutes: field, deliveredMinutes: 360 });
  });

  it('one funder, one recipient: the one carries the other; equal weights: the left-over cent by id', () => {
    const at = (id: string, db2: number) => account(id, { ...old, months: [month(policy, asOf, db2)] });
    const lines = (...input: AccountInput[]) => assess(input).map(({ ledgerLine }) => ledgerLine);
    expect(lines(at('a', 500), at('b', -200))).toEqual([-200, 200]);
    expect(lines(at('b', 10), at('a', 10), at('c', 10), at('z', -10))).toEqual([-4, -3, -3, 10]);
  });

  it('facts after the as-of month do not count', () => {
    const late = account('a', { ...old, months: [month(policy, '2027-01', 500_000)] });
    expect(one(late)).toMatchObject({ net: 0, db2: 0 });
  });
});

describe('stability (domain §6.3)', () => {
  const yields = (byQuarter: readonly number[]) =>
    monthly(24, (at, i) => {
      const quarter = Math.floor((i - 9) / 3);
      const last = i >= 9 && (i - 9) % 3 === 2;
      return month(policy, at, i < 9 ? 0 : last ? (byQuarter[quarter] ?? 0) : 0, [['call', 1]]);
    });
  // Each quarter's window holds that quarter and the three before.
  const tiersOf = (byQuarter: readonly number[]): string[] =>
    historyOf(one(account('a', { ...old, months: yields(byQuarter) })), asOf).map(({ tier }) => tier);

  it('a class is left only below 90 % of its threshold', () => {
    expect(tiersOf([310_000, 0, 0, 0, 275_000])).toEqual(['B', 'B', 'B', 'B', 'B']);
    expect(tiersOf([310_000, 0, 0, 0, 269_999])).toEqual(['B', 'B', 'B', 'B', 'C']);
  });

  it('an account falls one step at a time and rises at once', () => {
    expect(tiersOf([3_000_000, 0, 0, 0, 1_000])).toEqual(['A', 'A', 'A', 'A', 'B']);
    expect(tiersOf([1_000, 0, 0, 3_000_000, 0])).toEqual(['C', 'C', 'C', 'A', 'A']);
  });
});

describe('annualising (domain §4)', () => {
  const eight = (since: string, count: number) =>
    one(account('a', { since, months: monthly(count, (at) => month(policy, at, 30_000, [['call', 1]])) }));

  it('from six months on the yield is read as a year; booked money is not', () => {
    const found = eight('2026-05', 8);
    expect(found).toMatchObject({
      db2: 240_000,
      tier: 'B',
      tierReason: { annualised: true, yield: 360_000 },
    });
    expect(found.fundableLimit).toBe(180_000);
  });
  it('by the weights of its season where the policy has them', () => {
    const seasons = { yearEnd: [0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 3, 3] };
    const months = monthly(8, (at) => month(policy, at, 30_000, [['call', 1]]));
    const found = one(account('a', { since: '2026-05', months, season: 'yearEnd' }), {}, { seasons });
    // May to December weigh 6 of 8.
    expect(found).toMatchObject({
      db2: 240_000,
      tierReason: { annualised: true, season: 'yearEnd', yield: 320_000 },
    });
    expect(found.fundableLimit).toBe(160_000);
  });
  it('below six months nothing is extrapolated', () => {
    expect(eight('2026-08', 5)).toMatchObject({
      tier: 'C',
      tierReason: { annualised: false, yield: 150_000 },
    });
  });
});

describe('coverage (domain §5.4)', () => {
  const cared = account('a', { ...old, months: [month(policy, asOf, 100_000, [['visit', 2]])] });
  const seen = (logged: number) => ({ coverage: { field: { logged, available: 100 } } });

  it('the interval is extrapolated by 1/κ, at most two and a half times', () => {
    expect(one(cared, seen(80)).db3Low).toBe(100_000 - 67_500);
    expect(one(cared, seen(10)).db3Low).toBe(100_000 - 135_000);
    expect(one(cared, seen(100)).db3Low).toBeNull();
    expect(one(cared, {}).db3Low).toBeNull();
  });
  it('two positions in one interval: no statement', () => {
    expect(one(cared, seen(60))).toMatchObject({ certain: false, state: 'FUNDER', userState: 'open' });
    expect(one(cared, seen(80))).toMatchObject({ certain: true, userState: 'carries' });
  });
  it('below κ_min: no data, and the pool raises no alarm', () => {
    expect(one(cared, seen(59)).state).toBe('NO_DATA');
    expect(one(cared, seen(60)).state).not.toBe('NO_DATA');
  });
});

describe('care of the calendar year (domain §10.1)', () => {
  const top = (parts: Partial<AccountInput> = {}) =>
    account('a', {
      ...old,
      assigned: [{ from: '2020-01-01', level: 'EXKLUSIV' }],
      months: monthly(24, (at) => month(policy, at, 500_000)),
      ...parts,
    });
  const field = (found: Assessment) => careOf(found).find(({ pool }) => pool === 'field');

  it('promises follow the assigned level over the days, deliveries the books', () => {
    const found = one(top({ months: [month(policy, '2026-03', 4_000_000, [['visit', 9]])] }), {
      asOf: '2026-06',
      careUntil: '2026-07-01',
    });
    expect(field(found)).toEqual({
      pool: 'field',
      entitledMinutes: 2_160,
      dueMinutes: Math.floor((2_160 * 182) / 365),
      deliveredMinutes: 1_620,
    });
    expect(found).toMatchObject({ careLeft: 360_000 - 9 * 27_000 });
  });

  it('a level change mid-year counts each span by its days', () => {
    const assigned = [
      { from: '2026-01-01', level: 'EXKLUSIV' },
      { from: '2026-07-01', level: 'BASIS' },
    ];
    expect(field(one(top({ assigned })))?.entitledMinutes).toBe(Math.floor((2_160 * 181) / 365));
  });

  it('the best go short: visits owed, and the pool short of their minutes', () => {
    const cared = (count: number, calls: number) =>
      one(
        top({
          months: [
            month(policy, '2026-02', 6_000_000, [
              ['visit', count],
              ['call', calls],
            ]),
          ],
        }),
      );
    expect(cared(10, 24)).toMatchObject({ due: true, owed: [['visit', 2]], line: { code: 'due' } });
    expect(cared(12, 24)).toMatchObject({ due: false, owed: [], line: { code: 'on-plan' } });
  });

  it('only the top level raises the dot', () => {
    const assigned = [{ from: '2020-01-01', level: 'KOMFORT' }];
    const found = one(top({ assigned, months: [month(policy, '2026-02', 6_000_000, [['call', 12]])] }));
    expect(found).toMatchObject({ due: false, owed: [['visit', 4]] });
  });
});

describe('routing (domain §7.3)', () => {
  const lean = { ...old, months: [month(policy, asOf, 50_000, [['call', 1]])] };
  it.each([
    ['lean care is served by inside sales', lean, 'serve', 'level-inside'],
    ['without an owner there is nobody to put through to', { ...lean, ownerPool: null }, 'serve', 'no-owner'],
    [
      'a running case asks for the owner',
      { ...lean, case: { kind: 'development', start: '2026-10', horizonQuarters: 4, budget: 1, plan: [] } },
      'through',
      'case',
    ],
    ['so does a new relation', { ...lean, since: '2026-12' }, 'through', 'new'],
    [
      'field care belongs to the field',
      { ...old, months: [month(policy, asOf, 900_000, [['visit', 1]])] },
      'through',
      'level-field',
    ],
  ] as const)('%s', (_, parts, verb, reason) => {
    expect(one(account('a', parts as Partial<AccountInput>)).routing).toEqual({ verb, reason });
  });
});

it('a case lifts the level while it runs, and its losses are tolerated', () => {
  const development = {
    kind: 'development',
    start: '2026-04',
    horizonQuarters: 8,
    budget: 500_000,
    plan: [],
  } as const;
  const months = monthly(9, (at) => month(policy, at, 0, [['visit', 1]]));
  const found = one(account('a', { ...old, months, case: { ...development, level: 'KOMFORT' } }));
  expect(found).toMatchObject({
    state: 'TOLERATED',
    suggestedLevel: 'KOMFORT',
    line: { code: 'investment', month: '2028-03' },
    counters: { caseAge: 3, invested: 9 * 27_000 },
  });
});

it('splits the deficit by state, to the cent', () => {
  const portfolio = assessPortfolio(
    policy,
    [
      account('watch', { ...old, months: [month(policy, asOf, 0, [['visit', 1]])] }),
      account('near', { ...old, months: [month(policy, asOf, 0, [['call', 1]])] }),
      account('silent', { ...old, months: [month(policy, asOf, -700)] }),
      ballast,
    ],
    { asOf },
  );
  expect(portfolio.deficitByReason).toMatchObject({ watch: 27_000, tolerance: 1_500, no_data: 700 });
  const total = Object.values(portfolio.deficitByReason).reduce((a, b) => a + b, 0);
  expect(total).toBe(portfolio.ledger.deficit);
});

it('does not depend on the order of its input', () => {
  const accounts = [
    account('b', { ...old, months: [month(policy, asOf, 800_000, [['visit', 2]])] }),
    account('a', { ...old, months: [month(policy, asOf, -40_000, [['call', 2]])] }),
    ballast,
  ];
  const json = (list: readonly AccountInput[]) => JSON.stringify(assessPortfolio(policy, list, { asOf }));
  expect(json(accounts.toReversed())).toBe(json(accounts));
});
