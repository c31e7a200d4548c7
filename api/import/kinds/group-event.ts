import { activityMinutes, splitGroupMinutes } from '../../../lib/engine/time-equation.ts';
import type { ImportContext } from '../import-context.ts';
import type { CsvRow } from '../read-csv.ts';

/**
 * An event with several accounts (`a1;a2;a3`) as one activity per account, its minutes split to the minute
 * (domain §5.2). Rows that cannot be split are left as they are, for the checks to name what is wrong with them.
 */
export function splitGroupEvent(
  { standardMinutes, durations }: Pick<ImportContext, 'standardMinutes' | 'durations'>,
  row: CsvRow,
): readonly CsvRow[] {
  const { account_id = '', external_id: id = '', type = '', count = '', minutes = '' } = row.values;
  if (row.problem || !account_id.includes(';')) return [row];
  const accounts = account_id.split(';').map((account) => account.trim());
  const each = standardMinutes.get(type.trim());
  const known = each !== undefined && /^\d{1,6}$/.test(count.trim()) && /^\d{0,6}$/.test(minutes.trim());
  if (!known || accounts.includes('') || new Set(accounts).size < accounts.length) return [row];
  const measured = minutes.trim() === '' ? null : Number(minutes);
  const total = activityMinutes({ base: each * Number(count), measured }, durations);
  return [...splitGroupMinutes(total, accounts)].map(([account, part]) => ({
    ...row,
    values: {
      ...row.values,
      account_id: account,
      external_id: `${id.trim()}/${account}`,
      minutes: String(part),
      group_of: id.trim(),
    },
  }));
}
