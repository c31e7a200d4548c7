import type { WordsRow } from '../../lib/contract/words-row.ts';

/** A level from a day on, `YYYY-MM-DD`. */
export interface DatedLevel {
  from: string;
  level: string;
}

/** The part of an assessment that is read here: suggested levels by quarter, oldest first, and the level in force. */
interface JudgedLevels {
  history: readonly { month: string; level: string }[];
  assignedLevel: string;
}

/** Evaluations back over which a change is still news. */
const RECENT = 2;

/**
 * The last change of the package a customer is entitled to, where it came with one of the latest evaluations:
 * by decision where levels were assigned, else with the suggestion. Null where nothing has changed.
 */
export function levelChange(
  { history, assignedLevel }: JudgedLevels,
  assigned: readonly DatedLevel[],
): NonNullable<WordsRow['levelChange']> | null {
  const before = history.at(-1 - RECENT)?.month ?? history[0]?.month;
  const now = history.at(-1)?.month;
  if (before === undefined || now === undefined) return null;
  // The first record is where the books begin, not a change.
  const steps =
    assigned.length > 0
      ? assigned.map(({ from, level }) => ({ month: from.slice(0, 7), level }))
      : history.map(({ month, level }) => ({ month, level }));
  const at = steps.findLastIndex(
    (step, i) => i > 0 && step.month <= now && steps[i - 1]?.level !== step.level,
  );
  const step = steps[at];
  const from = steps[at - 1]?.level;
  if (step === undefined || from === undefined) return null;
  return step.level === assignedLevel && step.month > before ? { from, month: step.month } : null;
}
