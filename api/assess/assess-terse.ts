import type { Ledger } from '../../lib/engine/assessment.ts';
import { crowdingOut } from '../../lib/engine/crowding-out.ts';
import { groupUnits } from '../../lib/engine/groups.ts';
import { computeLedger } from '../../lib/engine/ledger.ts';
import { capOf, levelIndex } from '../../lib/engine/level.ts';
import { whoFundsWhom } from '../../lib/engine/pair-view.ts';
import { policyTables } from '../../lib/engine/policy-tables.ts';
import { type SnapshotAccount, type SnapshotRow, snapshotRow } from '../../lib/engine/snapshot.ts';
import type { Policy } from '../../lib/engine/types.ts';
import { whaleCurve } from '../../lib/engine/whale-curve.ts';
import { equalCare, withheldCare, yieldShareCare } from '../../lib/engine/withheld-care.ts';
import { byCodeUnit } from '../../lib/util/code-unit-order.ts';
import { printCrowding, printLedger, printRow, printWithheld } from './terse-output.ts';

/** The whole answer of `tierlens assess` as JSON data. */
export function assessTerse(policy: Policy, input: readonly SnapshotAccount[]): Record<string, unknown> {
  const rows = [...input]
    .sort((a, b) => byCodeUnit(a.id, b.id))
    .map((account) => snapshotRow(policy, account));
  const ledger = computeLedger(rows);
  const answer: Record<string, unknown> = {
    rows: Object.fromEntries(rows.map((row) => [row.id, printRow(row)])),
    ledger: printLedger(ledger),
    matrix: matrixOf(ledger),
    portfolioDb3: ledger.surplus - ledger.deficit,
  };
  if (rows.some(({ parent }) => parent !== null)) {
    const groups = computeLedger(groupUnits(rows), 'group');
    answer.groupLedger = printLedger(groups);
    answer.groupDb3 = Object.fromEntries(groups.lines.map(({ id, db3 }) => [id, db3]));
  }
  const crowding: Record<string, unknown> = {};
  for (const pool of policyTables(policy).pools) {
    Object.assign(answer, careOfPool(policy, rows, pool));
    const crowded = crowdingOfPool(policy, rows, pool);
    if (crowded) crowding[pool] = printCrowding(crowded);
  }
  if (Object.keys(crowding).length > 0) answer.crowding = crowding;
  const { points: _, ...curve } = whaleCurve(ledger.lines);
  answer.whaleCurve = curve;
  return answer;
}

function matrixOf(ledger: Ledger): Record<string, Record<string, number>> {
  return Object.fromEntries(
    [...whoFundsWhom(ledger)].map(({ recipient, from }) => [
      recipient,
      Object.fromEntries(from.map(({ funder, cents }) => [funder, cents])),
    ]),
  );
}

function careOfPool(policy: Policy, rows: readonly SnapshotRow[], pool: string): Record<string, unknown> {
  const rate = policy.rates[pool]!;
  const delivered = rows.map(({ id, minutes, db2 }) => ({ id, db2, delivered: minutes[pool] ?? 0 }));
  const entitled = rows.map((row) => entitledOf(policy, row, pool));
  const withheld = withheldCare(
    delivered.map(({ id, delivered: minutes }, i) => ({ id, delivered: minutes, entitled: entitled[i]! })),
    rate,
  );
  const answer: Record<string, unknown> = { [`withheld_${pool}`]: printWithheld(withheld) };
  const byYield = yieldShareCare(delivered, rate);
  const ifEqual = equalCare(delivered, rate);
  if (byYield) answer[`yieldShare_${pool}`] = printWithheld(byYield);
  if (ifEqual) answer[`equalCare_${pool}`] = printWithheld(ifEqual);
  return answer;
}

function crowdingOfPool(policy: Policy, rows: readonly SnapshotRow[], pool: string) {
  const highest = policy.levels.at(-1)?.id;
  return crowdingOut(
    pool,
    rows.map((row) => ({
      entitled: entitledOf(policy, row, pool),
      delivered: row.minutes[pool] ?? 0,
      top: capOf(policy, row.tier) === highest,
      unfunded: row.db3 < 0,
      cause: row.db3 < 0,
    })),
  );
}

/** A whole year of the row's level. */
function entitledOf(policy: Policy, row: SnapshotRow, pool: string): number {
  return policyTables(policy).levelMinutes[levelIndex(policy, row.level)]![pool] ?? 0;
}
