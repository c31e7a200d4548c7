import { type Kysely, sql } from 'kysely';
import type { IsoDate, Month } from '../../lib/engine/types.ts';
import { addMonths, lastDayOf } from '../../lib/util/month.ts';
import { localDay } from '../local-day.ts';
import type { Database } from '../store/schema.ts';
import { UserError } from '../user-error.ts';

export interface EvaluationDates {
  /** Last closed month. */
  asOf: Month;
  /** Day the care of the calendar year is counted to: care and decisions of the month after count too. */
  careUntil: IsoDate;
}

/**
 * The last closed month for which there are figures, unless one is asked for.
 * @throws UserError where nothing is booked, or the month asked for is not closed yet
 */
export async function evaluationDates(
  db: Kysely<Database>,
  now: Date,
  asked: Month | undefined,
): Promise<EvaluationDates> {
  const { rows } = await sql<{ money: Month | null; care: IsoDate | null; assigned: IsoDate | null }>`
    select (select max(month) from money_lines) as money, (select max(occurred_on)::text from activities) as care,
      (select max(valid_from)::text from assigned_levels where valid_from <= ${localDay(now)}) as assigned
  `.execute(db);
  const { money = null, care = null, assigned = null } = rows[0] ?? {};
  const newest = [money, care?.slice(0, 7)]
    .filter((month) => typeof month === 'string')
    .sort()
    .at(-1);
  if (newest === undefined)
    throw new UserError('There are no figures yet. Import some first (tierlens import).');
  const closed = addMonths(localDay(now).slice(0, 7), -1);
  if (asked !== undefined && asked > closed) {
    throw new UserError(`${asked} is not closed yet. The last closed month is ${closed}.`);
  }
  const asOf = asked ?? (newest < closed ? newest : closed);
  const nextMonth = addMonths(asOf, 1);
  // What was delivered or decided after the closed month counts too: changes have shown it already.
  const later = [care, assigned].filter((day) => day?.startsWith(nextMonth)) as IsoDate[];
  const careUntil = later.sort().at(-1) ?? lastDayOf(asOf);
  return { asOf, careUntil };
}
