import { describe, expect, it } from 'vitest';
import { NO_PLAN } from '../../lib/engine/advisor-outcome.ts';
import { changePlan, FIRST_PLAN, type PlanAction } from './plan-history.ts';

const historyOf = (...actions: PlanAction[]) => actions.reduce(changePlan, FIRST_PLAN);
const price = (value: number): PlanAction => ({ kind: 'move', lever: 'priceHalfPercent', value });
const drop = (value: number): PlanAction => ({ kind: 'move', lever: 'dropVisits', value });
const undo: PlanAction = { kind: 'undo' };

describe('changePlan', () => {
  it('takes the steps of one gesture back together', () => {
    const slid = historyOf(price(1), price(2), price(3), { kind: 'settle' }, price(4));
    expect(slid.plan.priceHalfPercent).toBe(4);
    expect(changePlan(slid, undo).plan.priceHalfPercent).toBe(3);
    expect(changePlan(changePlan(slid, undo), undo).plan).toEqual(NO_PLAN);
  });

  it('keeps levers apart', () => {
    const moved = historyOf(price(2), drop(1), price(5));
    expect(changePlan(moved, undo).plan).toEqual({ ...NO_PLAN, priceHalfPercent: 2, dropVisits: 1 });
  });

  it('takes back a proposal and a reset like any gesture', () => {
    const plan = { ...NO_PLAN, shiftVisits: 3 };
    const proposed = historyOf(price(2), { kind: 'set', plan });
    expect(proposed.plan).toEqual(plan);
    expect(changePlan(proposed, undo).plan.priceHalfPercent).toBe(2);
  });

  it('does nothing at the beginning, and remembers no move that changed nothing', () => {
    expect(changePlan(FIRST_PLAN, undo)).toBe(FIRST_PLAN);
    expect(historyOf(price(0), { kind: 'settle' })).toBe(FIRST_PLAN);
  });

  it('forgets gestures from long ago', () => {
    const many = Array.from({ length: 80 }, (_, i) => [price(i + 1), { kind: 'settle' } as const]).flat();
    expect(historyOf(...many).past).toHaveLength(50);
  });
});
