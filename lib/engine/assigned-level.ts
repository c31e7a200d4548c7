import { mulDivFloor } from '../util/half-even.ts';
import { dayNumber, daysInYear, monthIndex } from '../util/month.ts';
import { levelIndex } from './level.ts';
import { policyTables } from './policy-tables.ts';
import type { AccountInput, IsoDate, Minutes, Policy } from './types.ts';

/** One level over whole days, both ends included. */
export interface LevelSpan {
  level: string;
  from: IsoDate;
  to: IsoDate;
}

/** Level assigned on a day; before the first record, and without any, the suggested one. */
export function assignedLevelAt(account: AccountInput, day: IsoDate, suggested: string): string {
  if (account.assigned.length === 0) return suggested;
  return account.assigned.findLast(({ from }) => from <= day)?.level ?? suggested;
}

/** Levels of a calendar year up to a day, from the first day as a customer. */
export function levelSpans(account: AccountInput, year: number, to: IsoDate, suggested: string): LevelSpan[] {
  const newYear = `${year}-01-01`;
  const since = account.since === null ? newYear : `${account.since}-01`;
  const start = since > newYear ? since : newYear;
  if (start > to) return [];
  const spans: LevelSpan[] = [{ level: assignedLevelAt(account, start, suggested), from: start, to }];
  for (const { from, level } of account.assigned) {
    if (from <= start || from > to) continue;
    spans.at(-1)!.to = dayBefore(from);
    spans.push({ level, from, to });
  }
  return spans;
}

/** Promised minutes of one pool: Σ floor(package minutes × days / days of the year) (domain §10.1, §15). */
export function entitledMinutes(policy: Policy, spans: readonly LevelSpan[], pool: string): Minutes {
  return spans.reduce((sum, { level, from, to }) => {
    const yearly = policyTables(policy).levelMinutes[levelIndex(policy, level)]![pool] ?? 0;
    const days = dayNumber(to) - dayNumber(from) + 1;
    return sum + mulDivFloor(yearly, Math.max(0, days), daysInYear(Number(from.slice(0, 4))));
  }, 0);
}

/** Promised number of one activity type, whole ones only. */
export function entitledCount(policy: Policy, spans: readonly LevelSpan[], type: string): number {
  let scaled = 0;
  let year = 365;
  for (const { level, from, to } of spans) {
    const entry = policy.levels[levelIndex(policy, level)]!.activities.filter(([id]) => id === type);
    const yearly = entry.reduce((sum, [, count]) => sum + count, 0);
    scaled += yearly * Math.max(0, dayNumber(to) - dayNumber(from) + 1);
    year = daysInYear(Number(from.slice(0, 4)));
  }
  return Math.floor(scaled / year);
}

/** Months as a customer at the end of a month, the first one counted; null when unknown. */
export function ageMonths(account: AccountInput, month: string): number | null {
  return account.since === null ? null : monthIndex(month) - monthIndex(account.since) + 1;
}

function dayBefore(day: IsoDate): IsoDate {
  return new Date((dayNumber(day) - 1) * 86_400_000).toISOString().slice(0, 10);
}
