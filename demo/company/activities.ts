import { type Calendar, MONTHS, QUARTERS } from './calendar.ts';
import { CARE_TYPES, type CareType } from './quarter-plan.ts';
import { createRandom, type Random } from './random.ts';
import type { SampleAccount } from './sample-account.ts';

/** One row of activities.csv before formatting. */
export interface Activity {
  externalId: string;
  /** Empty: care that nobody has assigned to a customer. */
  accountId: string;
  occurredOn: string;
  type: CareType;
  /** Null: the standard duration of the type. */
  minutes: number | null;
  cause: 'customer' | 'own_fault';
}

/** Minutes of one activity where nothing was measured. */
export const STANDARD_MINUTES: Readonly<Record<CareType, number>> = {
  visit: 180,
  call: 20,
  video: 45,
  ticket: 25,
  review: 40,
};

const MEASURED: Partial<Record<CareType, readonly number[]>> = {
  visit: [120, 150, 165, 195, 210, 240],
  call: [10, 15, 25, 30],
  video: [30, 40, 60],
};

/** Care of one account over the two years and in today's month, by its plan. */
export function createActivities(seed: string, calendar: Calendar, account: SampleAccount): Activity[] {
  const random = createRandom(`${seed}:care:${account.id}`);
  const exact = account.profile.endsWith('-even');
  const drafts: Omit<Activity, 'externalId'>[] = [];
  const add = (month: number, type: CareType, cause: Activity['cause']): void => {
    if (month < account.sinceIndex) return;
    drafts.push({
      accountId: account.id,
      occurredOn: random.pick(calendar.workingDays(month)),
      type,
      minutes: exact ? null : measuredMinutes(random, type),
      cause,
    });
  };
  for (let quarter = 0; quarter < QUARTERS; quarter++) {
    for (const type of CARE_TYPES) {
      const count = account.plan[quarter]!.care[type] ?? 0;
      for (let i = 0; i < count; i++) add(quarter * 3 + random.int(0, 2), type, 'customer');
    }
  }
  for (const type of CARE_TYPES) {
    const usual = account.plan[QUARTERS - 1]!.care[type] ?? 0;
    for (let i = 0; i < usual; i++) if (random.chance(calendar.elapsed / 3)) add(MONTHS, type, 'customer');
  }
  if (account.profile !== 'unlogged' && random.chance(0.1)) {
    for (let i = random.int(1, 3); i > 0; i--) add(random.int(4, MONTHS - 1), 'ticket', 'own_fault');
  }
  return numbered(account.id, drafts);
}

/** Care in the diaries that names no customer. */
export function createUnassigned(seed: string, calendar: Calendar): Activity[] {
  const random = createRandom(`${seed}:unassigned`);
  const drafts = Array.from({ length: 72 }, () => ({
    accountId: '',
    occurredOn: random.pick(calendar.workingDays(random.int(0, MONTHS - 1))),
    type: random.pick(['call', 'call', 'visit', 'ticket'] as const),
    minutes: null,
    cause: 'customer' as const,
  }));
  return numbered('U', drafts);
}

function measuredMinutes(random: Random, type: CareType): number | null {
  const durations = MEASURED[type];
  return durations && random.chance(0.12) ? random.pick(durations) : null;
}

function numbered(prefix: string, drafts: Omit<Activity, 'externalId'>[]): Activity[] {
  drafts.sort((a, b) => (a.occurredOn === b.occurredOn ? 0 : a.occurredOn < b.occurredOn ? -1 : 1));
  return drafts.map((draft, index) => ({ ...draft, externalId: `${prefix}-${index + 1}` }));
}
