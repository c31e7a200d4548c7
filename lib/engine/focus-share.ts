import { byCodeUnit } from '../util/code-unit-order.ts';
import { compareRatio, ratioText } from '../util/ratio.ts';
import type { Cents, Minutes } from './types.ts';

/**
 * Share of the minutes that go to the accounts which together make the first 80 % of the surplus (domain §1
 * no. 31), four places. Null without minutes.
 */
export function focusShare(accounts: readonly { id: string; db3: Cents; minutes: Minutes }[]): string | null {
  const sorted = [...accounts].sort((a, b) => b.db3 - a.db3 || byCodeUnit(a.id, b.id));
  const surplus = sorted.reduce((sum, { db3 }) => sum + Math.max(0, db3), 0);
  const total = sorted.reduce((sum, { minutes }) => sum + minutes, 0);
  let cumulated = 0;
  let focused = 0;
  for (const { db3, minutes } of sorted) {
    if (db3 <= 0 || compareRatio(cumulated, surplus, 4, 5) >= 0) break;
    cumulated += db3;
    focused += minutes;
  }
  return ratioText(focused, total, 4);
}
