import type { DurationRule } from '../../lib/engine/types.ts';
import { localDay } from '../local-day.ts';
import type { LoadedPolicy } from '../policy/load-policy.ts';
import type { MoneyKinds } from './book-totals.ts';

/** What the checks of an import know besides the files. */
export interface ImportContext {
  /** `YYYY-MM-DD`. */
  today: string;
  /** Type → pool that delivers it. */
  activityTypes: ReadonlyMap<string, string>;
  /** Type → standard minutes of one. */
  standardMinutes: ReadonlyMap<string, number>;
  durations: DurationRule;
  /** Month whose exchange rates the policy judges at; null: as booked. */
  fxBase: string | null;
  pools: ReadonlySet<string>;
  levels: ReadonlySet<string>;
  seasons: ReadonlySet<string>;
  tiers: ReadonlySet<string>;
  moneyKinds: ReadonlySet<string>;
}

export interface ImportPolicy {
  context: ImportContext;
  moneyKinds: MoneyKinds;
  /** Planned capacity rate of a pool as decimal text per hour; null for an unknown pool. */
  plannedRate(pool: string): string | null;
}

/** Takes from the policy which kinds, types, pools, levels and tiers there are. */
export function importContext({ document, policy }: LoadedPolicy, now: Date): ImportPolicy {
  const moneyKinds = moneyKindsOf(document.contributionLevels);
  return {
    context: {
      today: localDay(now),
      activityTypes: new Map(Object.entries(document.activityTypes).map(([type, { pool }]) => [type, pool])),
      standardMinutes: new Map(
        Object.entries(document.activityTypes).map(([type, { minutes }]) => [type, Number(minutes.value)]),
      ),
      durations: document.durations ?? 'measured',
      fxBase: policy.fxBase ?? null,
      pools: new Set(Object.keys(document.pools)),
      levels: new Set(document.levels.map(({ id }) => id)),
      seasons: new Set(Object.keys(document.seasons ?? {})),
      tiers: new Set(document.tiers.map(({ id }) => id)),
      moneyKinds: new Set(Object.keys(moneyKinds)),
    },
    moneyKinds,
    plannedRate: (pool) => document.pools[pool]?.rate.value.toString() ?? null,
  };
}

/** Kind of money → contribution level, from the policy's lists of kinds per level. */
export function moneyKindsOf(levels: {
  gross: string[];
  deductions: string[];
  cogs: string[];
  direct: string[];
}): MoneyKinds {
  return Object.fromEntries(
    (['gross', 'deductions', 'cogs', 'direct'] as const).flatMap((level) =>
      levels[level].map((kind) => [kind, level] as const),
    ),
  );
}
