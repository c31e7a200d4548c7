import { type AdvisorPlan, NO_PLAN } from '../../lib/engine/advisor-outcome.ts';

/** The levers as they stand, and how they stood before each gesture. */
export interface PlanHistory {
  plan: AdvisorPlan;
  past: readonly AdvisorPlan[];
  /** The lever that is being moved; its steps are undone together. */
  moving: keyof AdvisorPlan | null;
}

export type PlanAction =
  | { kind: 'move'; lever: keyof AdvisorPlan; value: AdvisorPlan[keyof AdvisorPlan] }
  /** The hand has left the lever: its next move is another gesture. */
  | { kind: 'settle' }
  | { kind: 'set'; plan: AdvisorPlan }
  | { kind: 'undo' };

export const FIRST_PLAN: PlanHistory = { plan: NO_PLAN, past: [], moving: null };

/** Gestures one can take back. */
const LONGEST_PAST = 50;

export function changePlan(history: PlanHistory, action: PlanAction): PlanHistory {
  const { plan, past, moving } = history;
  switch (action.kind) {
    case 'move': {
      if (plan[action.lever] === action.value) return history;
      const next = { ...plan, [action.lever]: action.value };
      const kept = moving === action.lever ? past : remember(past, plan);
      return { plan: next, past: kept, moving: action.lever };
    }
    case 'settle':
      return moving === null ? history : { ...history, moving: null };
    case 'set':
      return { plan: action.plan, past: remember(past, plan), moving: null };
    case 'undo': {
      const before = past.at(-1);
      return before ? { plan: before, past: past.slice(0, -1), moving: null } : history;
    }
  }
}

function remember(past: readonly AdvisorPlan[], plan: AdvisorPlan): AdvisorPlan[] {
  return [...past, plan].slice(-LONGEST_PAST);
}
