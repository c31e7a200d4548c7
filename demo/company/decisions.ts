import type { Calendar } from './calendar.ts';
import { PEOPLE } from './people.ts';
import type { SampleAccount } from './sample-account.ts';

type Row = Record<string, string>;

const KINDS = ['development', 'development', 'multiplier', 'strategic'] as const;

/** Rows of cases.csv: losses that were approved beforehand, with budget and plan. */
export function createCases(calendar: Calendar, accounts: readonly SampleAccount[]): Row[] {
  return accounts
    .filter((account) => account.profile.startsWith('investment'))
    .map((account, index) => {
      const over = account.profile === 'investment-over-budget';
      return {
        account_id: account.id,
        kind: over ? 'development' : KINDS[index % KINDS.length]!,
        start: calendar.month(12),
        horizon_quarters: '8',
        budget: over ? '2500.00' : '9000.00',
        plan: over
          ? '-1000;-1600;-1400;-800;200;1500;3000;5000'
          : '-2000;-3800;-5200;-6000;-5600;-4200;-1800;1600',
        level: 'KOMFORT',
        sponsor: account.owner?.id ?? leadOf(account),
        approver: leadOf(account),
        approved_on: calendar.workingDays(11).at(-1)!,
      };
    });
}

/** Rows of decisions.csv: what is to happen with accounts that are not carried any longer. */
export function createDecisions(calendar: Calendar, accounts: readonly SampleAccount[]): Row[] {
  const remedies = ['reprice', 'repackage', 'reassign'];
  return accounts.flatMap((account, index) => {
    const row = (kind: string, decided: number, deadline: string): Row[] => [
      {
        account_id: account.id,
        kind,
        decided_on: calendar.workingDays(decided)[4]!,
        deadline,
        decided_by: leadOf(account),
      },
    ];
    if (account.profile === 'remedy') return row(remedies[index % 3]!, 21, `${calendar.month(28)}-28`);
    if (account.profile === 'recovering') return row('repackage', 17, calendar.workingDays(22).at(-1)!);
    if (account.profile === 'exit') return row('exit', 21, `${calendar.month(27)}-28`);
    return [];
  });
}

function leadOf(account: SampleAccount): string {
  return PEOPLE.find((one) => one.role === 'lead' && one.territories.includes(account.territory))!.id;
}
