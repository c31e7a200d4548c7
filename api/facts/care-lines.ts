import { type RawBuilder, sql } from 'kysely';
import type { Policy } from '../../lib/engine/types.ts';

/**
 * One row per activity line of a customer's making, with its pool, minutes (the standard of the type unless
 * measured) and cost at the pool's rate of its day, rounded once (domain §4, §5.2). Own fault goes to no account.
 */
export function careLines(policy: Policy): RawBuilder<unknown> {
  return sql`(
    select line.account_id, line.month, line.occurred_on, line.type, line.pool, line.count, line.minutes,
      half_even_cents(line.minutes * rate.rate / 60) as cents
    from (
      select a.account_id, a.month, a.occurred_on, a.type, t.pool, a.count,
        ${countedMinutes(policy)} as minutes
      from activities a join ${activityTypes(policy)} on t.type = a.type
      where a.cause = 'customer'
    ) line
    join lateral (
      select r.rate from capacity_rates r
      where r.pool = line.pool and r.valid_from <= line.occurred_on
      order by r.valid_from desc limit 1
    ) rate on true
  )`;
}

/** The policy's activity types as a table `t (type, pool, minutes)`. */
export function activityTypes(policy: Policy): RawBuilder<unknown> {
  const types = Object.entries(policy.activityTypes);
  return sql`unnest(
    ${types.map(([type]) => type)}::text[],
    ${types.map(([, { pool }]) => pool)}::text[],
    ${types.map(([, { minutes }]) => minutes)}::int[]
  ) as t (type, pool, minutes)`;
}

/**
 * Minutes of an activity `a` of a type `t` (domain §5.2): measured, standard, or the longer, as the policy says. A part
 * of an event with several accounts has its part.
 */
export function countedMinutes({ durations = 'measured' }: Pick<Policy, 'durations'>): RawBuilder<number> {
  if (durations === 'measured') return sql`coalesce(a.minutes, a.count * t.minutes)`;
  const alone =
    durations === 'max' ? sql`greatest(a.minutes, a.count * t.minutes)` : sql`a.count * t.minutes`;
  return sql`(case when a.group_of is not null then a.minutes else ${alone} end)`;
}
