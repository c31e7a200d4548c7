import { type Kysely, sql } from 'kysely';
import type { Minutes, Month, Policy } from '../../lib/engine/types.ts';
import { addMonths } from '../../lib/util/month.ts';
import type { Database } from '../store/schema.ts';
import { activityTypes, countedMinutes } from './care-lines.ts';

/** Logged minutes of one pool in twelve months that are in nobody's cost-to-serve. */
export interface CareOutside {
  pool: string;
  logged: Minutes;
  /** Without an account. */
  unassigned: Minutes;
  /** Caused by our own faults: the quality pool (domain §5.2). */
  ownFault: Minutes;
}

/** Per pool with any activity in the twelve months that end with `asOf`, by pool in code-unit order. */
export async function careOutside(db: Kysely<Database>, policy: Policy, asOf: Month): Promise<CareOutside[]> {
  const minutes = countedMinutes(policy);
  const { rows } = await sql<CareOutside>`
    select t.pool, sum(${minutes})::bigint as logged,
      coalesce(sum(${minutes}) filter (where a.account_id = '' and a.cause = 'customer'), 0)::bigint as unassigned,
      coalesce(sum(${minutes}) filter (where a.cause = 'own_fault'), 0)::bigint as "ownFault"
    from activities a join ${activityTypes(policy)} on t.type = a.type
    where a.month between ${addMonths(asOf, -11)} and ${asOf}
    group by t.pool order by t.pool collate "C"`.execute(db);
  return rows;
}
