import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadPolicy } from '../api/policy/load-policy.ts';
import { assessPortfolio } from '../lib/engine/assess-portfolio.ts';
import type { Portfolio } from '../lib/engine/assessment.ts';
import { policyTables } from '../lib/engine/policy-tables.ts';
import type { AccountInput } from '../lib/engine/types.ts';
import { createRandom } from '../tests/support/random-portfolio.ts';
import { plainLoop } from './engine-plain-loop.ts';
import type { Bench } from './figure.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const AS_OF = '2026-10';
/** Months of the calendar year so far, and its days. */
const CARE_YEAR = { newYear: '2026-01', until: AS_OF, days: 304, yearDays: 365 };
const AIM = 3;
const ROUNDS = 3;

/** Whole judgement against the bare arithmetic of it, on accounts whose facts are already summed. */
export const bench: Bench = {
  about: 'engine on aggregated facts against a plain loop of the bare arithmetic (--rows accounts)',
  async *run({ rows }) {
    const { policy } = loadPolicy();
    const accounts = aggregated(rows);
    const { pools, levelCosts: costs, levelMinutes } = policyTables(policy);
    const minutes = levelMinutes.map((ofPool) => pools.map((pool) => ofPool[pool] ?? 0));
    let plainMs = Number.POSITIVE_INFINITY;
    let engineMs = Number.POSITIVE_INFINITY;
    let bytes = Number.POSITIVE_INFINITY;
    // Turn and turn about, the best of each: other work on the machine disturbs single runs.
    for (let round = 0; round < ROUNDS; round++) {
      const plain = cpuMilliseconds(() => plainLoop(policy, { pools, costs, minutes }, accounts, CARE_YEAR));
      const before = process.memoryUsage().heapUsed;
      const engine = cpuMilliseconds(() => assessPortfolio(policy, accounts, { asOf: AS_OF }));
      const grown = (process.memoryUsage().heapUsed - before) / rows;
      compare(engine.result, plain.result);
      plainMs = Math.min(plainMs, plain.ms);
      engineMs = Math.min(engineMs, engine.ms);
      if (grown > 0) bytes = Math.min(bytes, grown);
    }
    const ratio = Number((engineMs / plainMs).toFixed(2));
    yield {
      name: 'engine accounts per second',
      value: Math.round((rows * 1000) / engineMs),
      unit: 'accounts/s',
      against: `plain loop ${Math.round((rows * 1000) / plainMs)}`,
      ratio,
      aim: `≤ ${AIM}`,
      holds: ratio <= AIM,
    };
    yield {
      name: 'engine memory per account',
      value: Math.round(bytes),
      unit: 'bytes',
      against: '4 kB',
      ratio: Number((bytes / 4_096).toFixed(2)),
      aim: '≤ 1',
      holds: bytes <= 4_096,
    };
  },
};

/** A peer that computes something else is none. */
function compare(engine: Portfolio, plain: ReturnType<typeof plainLoop>): void {
  const same =
    engine.ledger.surplus === plain.surplus &&
    engine.ledger.deficit === plain.deficit &&
    engine.whaleCurve.peak === plain.peak &&
    engine.deficitByReason.tolerance === plain.withinTolerance &&
    engine.crowding.every(({ withheldTop, overNonFunder }) =>
      plain.crowding.some((sums) => sums.withheldTop === withheldTop && sums.over === overNonFunder),
    ) &&
    engine.accounts.every((account, i) => {
      const row = plain.rows[i]!;
      return (
        row.line === account.ledgerLine &&
        row.uncovered === account.uncovered &&
        row.level === account.suggestedLevel &&
        row.gap === account.expectationGap &&
        row.careLeft === account.careLeft
      );
    });
  if (!same) throw new Error('engine and plain loop do not agree');
}

/** Nobody pays for what the one before left behind. */
function cpuMilliseconds<T>(work: () => T): { ms: number; result: T } {
  collectGarbage();
  const start = process.cpuUsage().user;
  const result = work();
  return { ms: (process.cpuUsage().user - start) / 1000, result };
}

function aggregated(count: number): AccountInput[] {
  const random = createRandom(1);
  return Array.from({ length: count }, (_, i) => ({
    id: `K${String(i).padStart(8, '0')}`,
    since: '2020-01',
    ownerPool: 'field',
    parent: null,
    potential: 0,
    multiplier: false,
    case: null,
    decisions: [],
    assigned: [],
    months: [
      {
        month: AS_OF,
        gross: random(5_000_000),
        deductions: 0,
        cogs: random(3_500_000),
        direct: random(200_000),
        care: [
          { type: 'visit', pool: 'field', count: 4, minutes: 720, cents: 108_000 },
          { type: 'call', pool: 'inside', count: 12, minutes: 240, cents: 18_000 },
        ],
      },
    ],
  }));
}
