import type { LedgerUnit } from './ledger.ts';
import type { Cents } from './types.ts';

interface Member {
  id: string;
  parent: string | null;
}

/**
 * Group of every account: the highest parent above it, or itself (domain §9.3). A parent that is no account of
 * the portfolio is a group all the same.
 * @throws RangeError for parents that go round in a circle.
 */
export function groupOfEach(accounts: readonly Member[]): Map<string, string> {
  const parents = new Map(accounts.map(({ id, parent }) => [id, parent]));
  const groups = new Map<string, string>();
  for (const { id } of accounts) {
    const path: string[] = [];
    let at = id;
    let up = parents.get(at) ?? null;
    while (up !== null && !groups.has(at)) {
      path.push(at);
      if (path.includes(up)) throw new RangeError(`the parents of account "${id}" go round in a circle`);
      at = up;
      up = parents.get(at) ?? null;
    }
    const root = groups.get(at) ?? at;
    groups.set(id, root);
    for (const member of path) groups.set(member, root);
  }
  return groups;
}

/** Ledger units of the groups: DB III netted inside each. */
export function groupUnits(accounts: readonly (Member & { db3: Cents })[]): LedgerUnit[] {
  const groups = groupOfEach(accounts);
  const sums = new Map<string, Cents>();
  for (const { id, db3 } of accounts) {
    const group = groups.get(id)!;
    sums.set(group, (sums.get(group) ?? 0) + db3);
  }
  return [...sums].map(([id, db3]) => ({ id, db3 }));
}
