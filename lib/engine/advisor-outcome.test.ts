import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../../api/policy/load-policy.ts';
import { type AdvisorInput, adviseLevers, adviseMix } from './advisor.ts';
import { clampPlan, NO_PLAN, outcomeOf, planOfMix } from './advisor-outcome.ts';
import { advisorTerms, packageCostOf } from './advisor-terms.ts';

const { policy } = loadPolicy();
const terms = advisorTerms(policy);
const inputs = fc.record({
  net: fc.integer({ min: -500_000, max: 5_000_000 }),
  db2: fc.integer({ min: -200_000, max: 500_000 }),
  db3: fc.integer({ min: -400_000, max: 100_000 }),
  visits: fc.integer({ min: 0, max: 20 }),
  calls: fc.integer({ min: 0, max: 60 }),
  suggestedLevel: fc.constantFrom(...policy.levels.map(({ id }) => id)),
});
const plans = fc.record({
  priceHalfPercent: fc.integer({ min: 0, max: 60 }),
  shiftVisits: fc.integer({ min: 0, max: 30 }),
  dropVisits: fc.integer({ min: 0, max: 30 }),
  deflectCalls: fc.integer({ min: 0, max: 80 }),
  feePerMonth: fc.integer({ min: 0, max: 50_000 }),
  level: fc.option(fc.constantFrom(...policy.levels.map(({ id }) => id), 'UNKNOWN')),
});

describe('outcomeOf', () => {
  it('is the customer as it is without a plan', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const outcome = outcomeOf(terms, input, NO_PLAN);
        expect(outcome.db3).toBe(input.db3);
        expect(outcome.missing).toBe(Math.max(0, -input.db3));
      }),
    );
  });

  it('adds up, and moves no more than there is', () => {
    fc.assert(
      fc.property(inputs, plans, (input, plan) => {
        const outcome = outcomeOf(terms, input, plan);
        const sum = Object.values(outcome.effects).reduce((a, b) => a + b, 0);
        expect(outcome.db3).toBe(input.db3 + sum);
        const clamped = clampPlan(terms, input, plan);
        expect(clamped.shiftVisits + clamped.dropVisits).toBeLessThanOrEqual(input.visits);
        expect(clamped.deflectCalls).toBeLessThanOrEqual(input.calls);
        expect(outcomeOf(terms, input, clamped)).toEqual(outcome);
        if (clamped.level !== null) {
          const rest = outcome.effects.price + outcome.effects.fee;
          expect(outcome.db3 - rest).toBe(input.db2 - packageCostOf(terms, clamped.level));
        }
      }),
    );
  });

  it('agrees with every single lever and with the mixed plan of the advisor', () => {
    fc.assert(
      fc.property(inputs, (drawn) => {
        const input: AdvisorInput = { ...drawn, db2: Math.abs(drawn.db2) };
        const levers = adviseLevers(terms, input);
        if (!levers) return;
        const of = (plan: Partial<typeof NO_PLAN>) => outcomeOf(terms, input, { ...NO_PLAN, ...plan });
        if (levers.visits.feasible)
          expect(of({ dropVisits: levers.visits.needed }).db3).toBe(levers.visits.resultDb3);
        if (levers.visitToVideo.feasible)
          expect(of({ shiftVisits: levers.visitToVideo.needed }).db3).toBe(levers.visitToVideo.resultDb3);
        if (levers.calls.feasible)
          expect(of({ deflectCalls: levers.calls.needed }).db3).toBe(levers.calls.resultDb3);
        expect(of({ feePerMonth: levers.feePerMonth }).missing).toBe(0);
        expect(of({ level: input.suggestedLevel }).db3).toBe(levers.repackage.resultDb3);
        const mix = adviseMix(terms, input);
        if (mix) expect(of(planOfMix(mix))).toMatchObject({ db3: mix.resultDb3, missing: 0 });
      }),
      { numRuns: 60 },
    );
  });

  it('a loss before care leaves price and fee only', () => {
    const input = { net: 100_000, db2: -5_000, db3: -30_000, visits: 4, calls: 9, suggestedLevel: 'SELF' };
    const outcome = outcomeOf(terms, input, {
      ...NO_PLAN,
      dropVisits: 4,
      shiftVisits: 2,
      priceHalfPercent: 10,
    });
    expect(outcome.effects).toMatchObject({ drop: 0, shift: 0, price: 5_000 });
  });
});
