import type { PolicyDocument } from '../../../lib/contract/policy-document.ts';
import { error, type Finding } from './finding.ts';

type Kind = 'deduction' | 'pool' | 'activity type' | 'level' | 'tier';

/** Every name used must be described in the document; the engine could not compute otherwise. */
export function lintReferences(document: PolicyDocument): Finding[] {
  const known: Record<Kind, readonly string[]> = {
    deduction: document.contributionLevels.deductions,
    pool: Object.keys(document.pools),
    'activity type': Object.keys(document.activityTypes),
    level: document.levels.map(({ id }) => id),
    tier: document.tiers.map(({ id }) => id),
  };
  const used: [Kind, string, Finding['path']][] = [
    ...Object.entries(document.activityTypes).map(([id, { pool }]): [Kind, string, Finding['path']] => [
      'pool',
      pool,
      ['activityTypes', id, 'pool'],
    ]),
    ...document.levels.flatMap(({ package: promised }, i) =>
      promised.map(({ type }, j): [Kind, string, Finding['path']] => [
        'activity type',
        type,
        ['levels', i, 'package', j, 'type'],
      ]),
    ),
    ...document.tiers.map(({ cap }, i): [Kind, string, Finding['path']] => [
      'level',
      cap,
      ['tiers', i, 'cap'],
    ]),
    ['level', document.onboardingLevel, ['onboardingLevel']],
    ...(document.accrueAnnual ?? []).map((name, i): [Kind, string, Finding['path']] => [
      'deduction',
      name,
      ['accrueAnnual', i],
    ]),
    ...tierUses(document),
    ...document.explicitRules.map(({ tier }, i): [Kind, string, Finding['path']] => [
      'tier',
      tier,
      ['explicitRules', i, 'tier'],
    ]),
    ...(['visit', 'video', 'call'] as const).map((lever): [Kind, string, Finding['path']] => [
      'activity type',
      document.advisor[lever],
      ['advisor', lever],
    ]),
  ];
  return [
    ...used.flatMap(([kind, name, path]) =>
      known[kind].includes(name)
        ? []
        : error(
            'REF',
            path,
            `There is no ${kind} "${name}".`,
            `Use one of ${known[kind].join(', ')}, or describe it.`,
          ),
    ),
    ...twins(known.level, 'levels'),
    ...twins(known.tier, 'tiers'),
  ];
}

function tierUses({ tierRule }: PolicyDocument): [Kind, string, Finding['path']][] {
  if (tierRule.kind === 'matrix') {
    return (['highHigh', 'highLow', 'lowLow', 'lowHigh'] as const).map((cell) => [
      'tier',
      tierRule[cell],
      ['tierRule', cell],
    ]);
  }
  const base = Object.entries(tierRule.base).map(([yieldClass, tier]): [Kind, string, Finding['path']] => [
    'tier',
    tier,
    ['tierRule', 'base', yieldClass],
  ]);
  const passive: [Kind, string, Finding['path']][] =
    tierRule.passiveTier === null ? [] : [['tier', tierRule.passiveTier, ['tierRule', 'passiveTier']]];
  return [...base, ...passive];
}

function twins(ids: readonly string[], list: string): Finding[] {
  return ids.flatMap((id, i) =>
    ids.indexOf(id) === i
      ? []
      : error('REF', [list, i, 'id'], `"${id}" is described twice.`, 'Rename one of the two.'),
  );
}
