import { describe, expect, it } from 'vitest';
import { TersePortfolio, terseToAccounts } from '../../api/assess/terse-portfolio.ts';
import { loadPolicy } from '../../api/policy/load-policy.ts';
import { golden } from '../../tests/support/golden.ts';
import { type AdvisorInput, advise, type CountLever } from './advisor.ts';
import { mixedPlan } from './mixed-plan.ts';
import { snapshotRow } from './snapshot.ts';

const { policy } = loadPolicy();
const accounts = new Map(
  ['P1', 'P2', 'P3'].flatMap((name) =>
    terseToAccounts(TersePortfolio.parse(golden(name))).map((account) => [account.id, account] as const),
  ),
);

function inputOf(id: string): AdvisorInput {
  const account = accounts.get(id)!;
  const row = snapshotRow(policy, account);
  const count = (type: string): number =>
    account.activities.reduce((sum, [id, n]) => sum + (id === type ? n : 0), 0);
  return { ...row, visits: count('visit'), calls: count('call'), suggestedLevel: row.level };
}

type Expected = Record<string, Record<string, unknown>> & { gapCents: number; atOrAboveBlackZero?: boolean };
const lever = ({ needed, of, feasible, resultDb3 }: CountLever) => ({ needed, of, feasible, resultDb3 });

describe.each(Object.entries(golden<Record<string, Expected>>('advisor')))('%s', (id, expected) => {
  const advice = advise(policy, inputOf(id));
  if (expected.atOrAboveBlackZero) {
    it('is at the black zero already', () => expect(advice).toBeNull());
    return;
  }
  const found = advice!;
  it('gap, fee, volume', () => {
    expect(found.gap).toBe(expected.gapCents);
    expect(found.feePerMonth).toBe(expected.serviceFeePerMonth);
    expect({
      db2Margin: found.volume.margin,
      extraNetRevenue: found.volume.extraNet,
      feasible: found.volume.extraNet !== null,
    }).toEqual(expected.volumeOnly);
  });
  it('price', () => {
    const price = found.price && {
      exactPct: found.price.exactPercent,
      roundedUpPct: found.price.roundedUpPercent,
      resultDb3: found.price.resultDb3,
    };
    expect(price).toEqual(expected.priceOnly);
  });
  it('visits, channel, calls', () => {
    const { visits } = found;
    expect({
      savingPerVisit: visits.saving,
      needed: visits.needed,
      frm: visits.of,
      to: visits.of - visits.needed,
      feasible: visits.feasible,
      resultDb3: visits.resultDb3,
    }).toEqual(expected.visitsOnly);
    expect({ savingPerShift: found.visitToVideo.saving, ...lever(found.visitToVideo) }).toEqual(
      expected.visitToVideo,
    );
    expect({ savingPerCall: found.calls.saving, ...lever(found.calls) }).toEqual(expected.callsOnly);
  });
  it('repackage and mixed plan', () => {
    const { reachesTarget: reachesBlackZero, ...repackage } = found.repackage;
    expect({ ...repackage, reachesBlackZero }).toEqual(expected.repackage);
    const plan = found.mixed!;
    expect({
      shiftVisits: plan.shiftVisits,
      dropVisits: plan.dropVisits,
      dropCalls: plan.deflectCalls,
      pricePct: plan.pricePercent,
      pain: plan.pain,
      resultDb3: plan.resultDb3,
    }).toEqual(expected.mixed);
  });
});

it('says that the loss lies before care, and offers no volume, where the margin is negative', () => {
  const advice = advise(policy, inputOf('E3-Minusmarge'));
  expect(advice?.marginLoss).toBe(true);
  expect(advice?.volume.extraNet).toBeNull();
});

it('a revenue-variable share makes the price lever weaker', () => {
  const input = inputOf('C2-Dorn');
  const half = advise(policy, { ...input, revenueVariable: { n: 1, d: 2 } });
  expect(half?.price?.exactPercent).toBe('90.0000');
});

it('no plan is better than one that does not reach the target', () => {
  const input = { gap: 1_000_000, db3: -1_000_000, priced: 0, visits: 1, calls: 1 };
  expect(mixedPlan(policy.advisor, { ...input, visit: 27_000, video: 3_375, call: 1_500 })).toBeNull();
});

it('equals the full enumeration of shifts, drops, deflections and price', () => {
  const costs = { visit: 27_000, video: 3_375, call: 1_500 };
  for (const gap of [1, 1_499, 1_501, 23_625, 50_000, 99_999, 140_000]) {
    const input = { gap, db3: -gap, priced: 300_000, visits: 4, calls: 7, ...costs };
    expect(mixedPlan(policy.advisor, input)).toEqual(enumerateAll(input));
  }
  function enumerateAll(input: Parameters<typeof mixedPlan>[1]) {
    const plans: { key: number[]; plan: unknown }[] = [];
    for (let s = 0; s <= input.visits; s++)
      for (let d = 0; s + d <= input.visits; d++)
        for (let c = 0; c <= input.calls; c++)
          for (let p = 0; p <= 40; p++) {
            const gain =
              s * (costs.visit - costs.video) + d * costs.visit + c * costs.call + (input.priced * p) / 200;
            if (gain < input.gap) continue;
            const pain = 2 * s + 6 * d + c + (3 * p) / 2;
            const levers = Number(s > 0) + Number(d > 0) + Number(c > 0) + Number(p > 0);
            const plan = {
              shiftVisits: s,
              dropVisits: d,
              deflectCalls: c,
              pricePercent: String(p / 2),
              pain,
              resultDb3: input.db3 + gain,
            };
            plans.push({ key: [pain, levers, p, d, s, c], plan });
          }
    plans.sort((a, b) => a.key.map((v, i) => v - b.key[i]!).find((diff) => diff !== 0) ?? 0);
    return plans[0]?.plan ?? null;
  }
});
