import { loadPolicy } from '../api/policy/load-policy.ts';
import { assessPortfolio } from '../lib/engine/assess-portfolio.ts';
import { policyTables } from '../lib/engine/policy-tables.ts';
import type { AccountInput } from '../lib/engine/types.ts';
import { createRandom } from '../tests/support/random-portfolio.ts';
import { plainLoop } from './engine-plain-loop.ts';
import type { Bench } from './figure.ts';

const AS_OF = '2026-10';
const AIM = 3;
const ROUNDS = 3;

/** Whole judgement against the bare arithmetic of it, on accounts whose facts are already summed. */
export const bench: Bench = {
  about: 'engine on aggregated facts against a plain loop of the bare arithmetic (--rows accounts)',
  async *run({ rows }) {
    const { policy } = loadPolicy();
    const accounts = aggregated(rows);
    const costs = policyTables(policy).levelCosts;
    let plainMs = Number.POSITIVE_INFINITY;
    let engineMs = Number.POSITIVE_INFINITY;
    let bytes = Number.POSITIVE_INFINITY;
    // Turn and turn about, the best of each: other work on the machine disturbs single runs.
    for (let round = 0; round < ROUNDS; round++) {
      const plain = cpuMilliseconds(() => plainLoop(policy, costs, accounts));
      const before = process.memoryUsage().heapUsed;
      const engine = cpuMilliseconds(() => assessPortfolio(policy, accounts, { asOf: AS_OF }));
      const grown = (process.memoryUsage().heapUsed - before) / rows;
      if (engine.result.ledger.surplus !== plain.result.surplus) throw new Error('the two do not agree');
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

function cpuMilliseconds<T>(work: () => T): { ms: number; result: T } {
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
