import type { Portfolio } from './assessment.ts';
import { policyTables } from './policy-tables.ts';
import { equalCare, type WithheldCare, withheldCare, yieldShareCare } from './withheld-care.ts';

/**
 * What care is measured against: the promise of the levels (domain §10.1), the share of yield (§10.2), or the
 * share of yield had everybody been cared for the same.
 */
export const CARE_VIEWS = ['promise', 'yield', 'equal'] as const;
export type CareView = (typeof CARE_VIEWS)[number];

/** Withheld and over-delivered care per pool under one view; pools without yield to go by are left out. */
export function careByPool({ policy, accounts }: Portfolio, view: CareView): Map<string, WithheldCare> {
  const pools = new Map<string, WithheldCare>();
  for (const [i, pool] of policyTables(policy).pools.entries()) {
    const shares = accounts.map(({ id, promised, delivered, db2 }) => ({
      id,
      entitled: promised[i]!.dueMinutes,
      delivered: delivered[i]!,
      db2,
    }));
    const rate = policy.rates[pool] ?? 0;
    const views = { promise: withheldCare, yield: yieldShareCare, equal: equalCare } as const;
    const care = views[view](shares, rate);
    if (care) pools.set(pool, care);
  }
  return pools;
}
