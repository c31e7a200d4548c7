import type { PolicyDocument } from '../../lib/contract/policy-document.ts';
import type { AmberRed, ExplicitRule, Policy } from '../../lib/engine/types.ts';
import { parseCents, parseFraction } from '../../lib/util/fraction.ts';
import { mulDivHalfEven } from '../../lib/util/half-even.ts';

type Bounds = { amber: string | number; red: string | number };
type Quantity = { value: string | number };

const cents = (quantity: Quantity): number => parseCents(quantity.value);
const share = (quantity: Quantity) => parseFraction(quantity.value);
const bounds = ({ amber, red }: Bounds): AmberRed => ({
  amber: parseFraction(amber),
  red: parseFraction(red),
});
const mapValues = <A, B>(record: Readonly<Record<string, A>>, of: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, of(value)]));

/** The numbers of a business concept as the engine needs them (domain §17). */
export function compilePolicy(document: PolicyDocument): Policy {
  const { limits, advisor, toleration, coverage } = document;
  return {
    version: document.version,
    currency: document.currency,
    unit: document.unit,
    breakEvenLevel: document.breakEvenLevel,
    ...(document.overhead
      ? {
          overhead: {
            perAccount: cents(document.overhead.perAccount),
            perCareHour: cents(document.overhead.perCareHour),
          },
        }
      : {}),
    rates: mapValues(document.pools, ({ rate }) => cents(rate)),
    fieldPools: Object.entries(document.pools).flatMap(([id, { field }]) => (field ? [id] : [])),
    practicalMinutes: practicalMinutes(document),
    activityTypes: mapValues(document.activityTypes, ({ pool, minutes }) => ({
      pool,
      minutes: Number(minutes.value),
    })),
    ...(document.durations ? { durations: document.durations } : {}),
    ...(document.fxMode === 'constant' && document.fxBaseMonth ? { fxBase: document.fxBaseMonth } : {}),
    ...(document.seasons ? { seasons: mapValues(document.seasons, ({ weights }) => weights) } : {}),
    ...(document.accrueAnnual ? { accrueAnnual: document.accrueAnnual } : {}),
    levels: document.levels.map(({ id, package: promised }) => ({
      id,
      activities: promised.map(({ type, perYear }) => [type, perYear] as const),
    })),
    tiers: document.tiers.map(({ id, cap }) => ({ id, cap })),
    tierRule: document.tierRule,
    explicitRules: document.explicitRules.map(compileRule),
    careShareMax: share(document.careShareMax),
    toleranceAbs: cents(document.tolerance.absolute),
    toleranceRel: share(document.tolerance.relative),
    yield: { high: cents(document.yield.high), medium: cents(document.yield.medium) },
    potentialHigh: cents(document.potentialHigh),
    ...(document.multiplierCredit ? { multiplierCredit: cents(document.multiplierCredit) } : {}),
    hysteresis: share(document.hysteresis),
    stepsDownMax: Number(document.stepsDownMax.value),
    graceMonths: Number(document.graceMonths.value),
    onboardingLevel: document.onboardingLevel,
    structuralAfter: Number(document.structuralAfter.value),
    resetAfter: Number(document.resetAfter.value),
    recoverMax: Number(document.recoverMax.value),
    planSlack: cents(toleration.planSlack),
    offTrackLimit: Number(toleration.offTrackLimit.value),
    subsidyBudget: share(toleration.budget),
    coverageMin: share(coverage.minimum),
    coverageFloor: share(coverage.floor),
    impute: coverage.impute,
    neverRoute: document.neverRoute,
    limits: {
      crowdingOut: bounds(limits.crowdingOut),
      crowdingOutMinutes: Number(limits.crowdingOutMinutes.value),
      crowdingOutClear: share(limits.crowdingOutClear),
      subsidyRatio: bounds(limits.subsidyRatio),
      singleRecipient: bounds(limits.singleRecipient),
      permanence: bounds(limits.permanence),
      dependency: bounds(limits.dependency),
      promise: bounds(limits.promise),
      minAccounts: Number(limits.minAccounts.value),
    },
    advisor: {
      visit: advisor.visit,
      video: advisor.video,
      call: advisor.call,
      shiftPain: Number(advisor.shiftPain.value),
      dropPain: Number(advisor.dropPain.value),
      deflectPain: Number(advisor.deflectPain.value),
      pricePain: Number(advisor.pricePain.value),
      priceMaxHalfPercent: halfPercents(share(advisor.priceMax)),
    },
  };
}

function practicalMinutes(document: PolicyDocument): Record<string, number> {
  const stated = Object.entries(document.pools).flatMap(([id, { practicalHours }]) => {
    if (practicalHours === undefined) return [];
    const hours = parseFraction(practicalHours.value);
    return [[id, mulDivHalfEven(hours.n, 60, hours.d)] as const];
  });
  return Object.fromEntries(stated);
}

function halfPercents({ n, d }: { n: number; d: number }): number {
  return Math.floor((n * 200) / d);
}

function compileRule(rule: PolicyDocument['explicitRules'][number]): ExplicitRule {
  const compiled: ExplicitRule = { id: rule.id, tier: rule.tier };
  for (const bound of ['yieldAtLeast', 'yieldBelow', 'potentialAtLeast', 'potentialBelow'] as const) {
    const value = rule[bound];
    if (value !== undefined) compiled[bound] = parseCents(value);
  }
  if (rule.multiplier !== undefined) compiled.multiplier = rule.multiplier;
  return compiled;
}
