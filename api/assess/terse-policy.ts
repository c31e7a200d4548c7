import { z } from 'zod';
import type { Fraction, Policy, ServiceLevel, TierRule } from '../../lib/engine/types.ts';
import { parseFraction } from '../../lib/util/fraction.ts';

const Cents = z.int().min(0);
const FractionText = z.union([z.string(), z.number()]).transform((text, context): Fraction => {
  try {
    return parseFraction(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
    return z.NEVER;
  }
});

/** The policy as the terse test format writes it: amounts in cents, `role` for the pool. */
export const TersePolicy = z.object({
  version: z.string().optional(),
  currency: z.string().optional(),
  rates: z.record(z.string(), Cents).optional(),
  activityTypes: z.record(z.string(), z.object({ role: z.string(), minutes: z.int().min(0) })).optional(),
  levelOrder: z.array(z.string()).min(1).optional(),
  levels: z
    .record(z.string(), z.object({ activities: z.array(z.tuple([z.string(), z.int().min(0)])) }))
    .optional(),
  tierCap: z.record(z.string(), z.string()).optional(),
  careShareMax: FractionText.refine(
    ({ n, d }) => n <= d,
    'care may cost at most all of DB II: give at most 1',
  ).optional(),
  tolAbs: Cents.optional(),
  tolRel: FractionText.optional(),
  potentialHigh: Cents.optional(),
  graceMonths: z.int().min(0).optional(),
  onboardingLevel: z.string().optional(),
  yield: z.object({ H: Cents, M: Cents }).partial().optional(),
});
export type TersePolicy = z.infer<typeof TersePolicy>;

/** Fills what the terse policy leaves out from the preset. */
export function terseToPolicy(terse: TersePolicy, preset: Policy): Policy {
  const tiers = terse.tierCap ? capsOver(preset, terse.tierCap) : preset.tiers;
  return {
    ...preset,
    version: terse.version ?? preset.version,
    currency: terse.currency ?? preset.currency,
    rates: terse.rates ?? preset.rates,
    activityTypes: terse.activityTypes ? rolesAsPools(terse.activityTypes) : preset.activityTypes,
    levels: terse.levels || terse.levelOrder ? levelsOf(terse, preset) : preset.levels,
    tiers,
    tierRule: ladderOver(preset, tiers),
    careShareMax: terse.careShareMax ?? preset.careShareMax,
    toleranceAbs: terse.tolAbs ?? preset.toleranceAbs,
    toleranceRel: terse.tolRel ?? preset.toleranceRel,
    potentialHigh: terse.potentialHigh ?? preset.potentialHigh,
    graceMonths: terse.graceMonths ?? preset.graceMonths,
    onboardingLevel: terse.onboardingLevel ?? preset.onboardingLevel,
    yield: { high: terse.yield?.H ?? preset.yield.high, medium: terse.yield?.M ?? preset.yield.medium },
  };
}

function rolesAsPools(types: NonNullable<TersePolicy['activityTypes']>): Policy['activityTypes'] {
  return Object.fromEntries(
    Object.entries(types).map(([id, { role, minutes }]) => [id, { pool: role, minutes }]),
  );
}

function levelsOf(terse: TersePolicy, preset: Policy): ServiceLevel[] {
  const order = terse.levelOrder ?? Object.keys(terse.levels ?? {});
  return order.map((id) => {
    const activities =
      terse.levels?.[id]?.activities ?? preset.levels.find((level) => level.id === id)?.activities;
    if (!activities) throw new RangeError(`levelOrder names "${id}", but levels does not describe it`);
    return { id, activities };
  });
}

/** Caps of tiers the preset knows keep its order; a set of other tiers comes best first. */
function capsOver(preset: Policy, caps: Readonly<Record<string, string>>): Policy['tiers'] {
  const known = Object.keys(caps).every((tier) => preset.tiers.some(({ id }) => id === tier));
  if (known) return preset.tiers.map(({ id, cap }) => ({ id, cap: caps[id] ?? cap }));
  return Object.entries(caps).map(([id, cap]) => ({ id, cap }));
}

function ladderOver(preset: Policy, tiers: Policy['tiers']): TierRule {
  if (tiers.every(({ id }, i) => preset.tiers[i]?.id === id)) return preset.tierRule;
  const at = (rank: number): string => (tiers[rank] ?? tiers.at(-1))!.id;
  return { kind: 'ladder', base: { H: at(0), M: at(1), L: at(2), N: at(3) }, passiveTier: at(3) };
}
