import type { PolicyDocument } from '../../../lib/contract/policy-document.ts';
import { levelCost, levelIndex, tierIndex } from '../../../lib/engine/level.ts';
import type { ExplicitRule, Policy } from '../../../lib/engine/types.ts';
import { classFloor, YIELD_CLASSES } from '../../../lib/engine/yield-class.ts';
import { error, type Finding, warning } from './finding.ts';

/** L-02: does the least a tier brings in fund what it may get? */
export function lintFunding(document: PolicyDocument, policy: Policy): Finding[] {
  const { n, d } = policy.careShareMax;
  if (policy.tierRule.kind !== 'ladder' || n === 0) return [];
  const { base } = policy.tierRule;
  return YIELD_CLASSES.flatMap((yieldClass) => {
    const floor = classFloor(policy, yieldClass);
    if (floor === null) return [];
    const index = tierIndex(policy, base[yieldClass]);
    const { id, cap } = policy.tiers[index]!;
    const needed = Math.ceil((levelCost(policy, cap) * d) / n);
    if (floor >= needed) return [];
    return warning(
      'L-02',
      ['tiers', index, 'cap'],
      `${id} accounts with DB II below ${euros(needed)} ${document.currency} cannot fund ${cap}.`,
      'They get the highest level they can fund; raise the threshold, or make the package leaner.',
    );
  });
}

/** L-03: gaps, overlaps, and rules that can never match. */
export function lintReach(policy: Policy): Finding[] {
  const findings: Finding[] = [];
  if (policy.yield.high <= policy.yield.medium) {
    findings.push(
      error(
        'L-03',
        ['yield', 'high', 'value'],
        'The high class begins at or below the medium one, so that the medium class is empty.',
        'Give the high class the larger amount.',
      ),
    );
  }
  findings.push(...lintLadder(policy), ...lintCosts(policy), ...lintExplicit(policy.explicitRules));
  for (const [index, { id }] of policy.tiers.entries()) {
    if (reachable(policy).has(id)) continue;
    findings.push(
      warning('L-03', ['tiers', index], `No rule leads to tier ${id}.`, 'Leave it out, or give it a rule.'),
    );
  }
  return findings;
}

function lintLadder(policy: Policy): Finding[] {
  if (policy.tierRule.kind !== 'ladder') return [];
  const { base } = policy.tierRule;
  return YIELD_CLASSES.slice(1).flatMap((yieldClass, i) => {
    const better = YIELD_CLASSES[i]!;
    if (tierIndex(policy, base[yieldClass]) >= tierIndex(policy, base[better])) return [];
    return error(
      'L-03',
      ['tierRule', 'base', yieldClass],
      `Class ${yieldClass} gets a better tier than class ${better}.`,
      'Order the ladder from the best class to the lowest.',
    );
  });
}

/** Levels rise in cost, and better tiers never have the lower cap. */
function lintCosts(policy: Policy): Finding[] {
  const levels = policy.levels.flatMap(({ id }, i) => {
    const below = policy.levels[i - 1];
    if (!below || levelCost(policy, id) > levelCost(policy, below.id)) return [];
    return error(
      'L-03',
      ['levels', i, 'package'],
      `${id} costs no more than ${below.id} below it, so that ${below.id} is never suggested.`,
      'Order the levels by what they cost, the leanest first.',
    );
  });
  const tiers = policy.tiers.flatMap(({ id, cap }, i) => {
    const better = policy.tiers[i - 1];
    if (!better || levelIndex(policy, cap) <= levelIndex(policy, better.cap)) return [];
    return error(
      'L-03',
      ['tiers', i, 'cap'],
      `${id} may get more than ${better.id}, which is the better tier.`,
      'Order the tiers best first.',
    );
  });
  return [...levels, ...tiers];
}

function lintExplicit(rules: readonly ExplicitRule[]): Finding[] {
  return rules.flatMap((rule, i) => {
    const at = ['explicitRules', i];
    if (isEmpty(rule.yieldAtLeast, rule.yieldBelow) || isEmpty(rule.potentialAtLeast, rule.potentialBelow)) {
      return error('L-03', at, `Rule ${rule.id} asks for more and for less at once.`, 'Correct its bounds.');
    }
    const wider = rules.slice(0, i).find((earlier) => covers(earlier, rule));
    if (!wider) return [];
    return error(
      'L-03',
      at,
      `Rule ${rule.id} can never match: ${wider.id} before it takes all its accounts.`,
      `Put it before ${wider.id}, or leave it out.`,
    );
  });
}

function isEmpty(atLeast: number | undefined, below: number | undefined): boolean {
  return atLeast !== undefined && below !== undefined && atLeast >= below;
}

/** Does every account that matches `narrow` match `wide` too? */
function covers(wide: ExplicitRule, narrow: ExplicitRule): boolean {
  const lower = (a?: number, b?: number): boolean => a === undefined || (b !== undefined && a <= b);
  const upper = (a?: number, b?: number): boolean => a === undefined || (b !== undefined && a >= b);
  return (
    lower(wide.yieldAtLeast, narrow.yieldAtLeast) &&
    upper(wide.yieldBelow, narrow.yieldBelow) &&
    lower(wide.potentialAtLeast, narrow.potentialAtLeast) &&
    upper(wide.potentialBelow, narrow.potentialBelow) &&
    (wide.multiplier === undefined || wide.multiplier === narrow.multiplier)
  );
}

function reachable(policy: Policy): Set<string> {
  const tiers = new Set(policy.explicitRules.map(({ tier }) => tier));
  if (policy.tierRule.kind === 'matrix') {
    const { highHigh, highLow, lowLow, lowHigh } = policy.tierRule;
    return new Set([...tiers, highHigh, highLow, lowLow, lowHigh]);
  }
  for (const base of Object.values(policy.tierRule.base)) {
    tiers.add(base);
    tiers.add(policy.tiers[Math.max(0, tierIndex(policy, base) - 1)]!.id);
  }
  return tiers;
}

function euros(cents: number): string {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
