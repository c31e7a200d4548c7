import type { Portfolio } from '../../../lib/engine/assessment.ts';
import { compareRatio } from '../../../lib/util/ratio.ts';
import { type Finding, warning } from './finding.ts';

/** What only the accounts tell: L-01, L-05, L-07 (domain §17.3). */
export function lintPortfolio(portfolio: Portfolio): Finding[] {
  return [...lintPromise(portfolio), ...lintBudget(portfolio), ...lintTiers(portfolio)];
}

function lintPromise({ limits }: Portfolio): Finding[] {
  return limits.flatMap(({ limit, pool, ratio, alarm }) =>
    limit !== 'L6' || alarm !== 'red'
      ? []
      : warning(
          'L-01',
          ['pools', pool ?? ''],
          `The levels promise ${ratio} times the minutes that ${pool} has in a year.`,
          'Make packages leaner, raise thresholds, or supply capacity.',
        ),
  );
}

function lintBudget({ tolerated, toleratedBudget }: Portfolio): Finding[] {
  if (tolerated <= toleratedBudget) return [];
  return [
    warning(
      'L-05',
      ['toleration', 'budget', 'value'],
      'The deficits tolerated now exceed their budget.',
      'Approve fewer cases, or raise the budget and say who pays for it.',
    ),
  ];
}

function lintTiers({ policy, accounts }: Portfolio): Finding[] {
  return policy.tiers.flatMap(({ id }, i) => {
    const count = accounts.filter(({ tier }) => tier === id).length;
    if (count === 0) {
      return warning(
        'L-07',
        ['tiers', i],
        `No account is in tier ${id}.`,
        'Move the threshold, or leave it out.',
      );
    }
    if (i > 0 || compareRatio(count, accounts.length, 2, 5) <= 0) return [];
    return warning(
      'L-07',
      ['tiers', i],
      `More than 40 % of the accounts are in tier ${id}: where all are best, none is.`,
      'Raise the threshold of the highest yield class.',
    );
  });
}
