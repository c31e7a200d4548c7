import { type Kysely, sql } from 'kysely';
import type { Policy } from '../../lib/engine/types.ts';
import type { MoneyKinds } from '../import/book-totals.ts';
import type { Database } from '../store/schema.ts';
import { UserError } from '../user-error.ts';

/**
 * Lines of a kind or type that the policy does not know would silently count for nothing, and levels and tiers set
 * by decision could not be judged.
 * @throws UserError naming them
 */
export async function checkVocabulary(
  db: Kysely<Database>,
  policy: Policy,
  kinds: MoneyKinds,
): Promise<void> {
  const { rows } = await sql<{ what: string; name: string }>`
    select distinct 'kind of money' as what, kind as name from money_lines
      where kind <> all (${Object.keys(kinds)}::text[])
    union all
    select distinct 'activity type', type from activities
      where type <> all (${Object.keys(policy.activityTypes)}::text[])
    union all
    select distinct 'level', level from (
      select level from assigned_levels union all select level from cases union all select level from overrides
    ) used where level <> all (${policy.levels.map(({ id }) => id)}::text[])
    union all
    select distinct 'season', season from accounts
      where season is not null and season <> all (${Object.keys(policy.seasons ?? {})}::text[])
    union all
    select distinct 'tier', tier from overrides where tier <> all (${policy.tiers.map(({ id }) => id)}::text[])`.execute(
    db,
  );
  const [first] = rows;
  if (!first) return;
  throw new UserError(
    `The policy ${policy.version} does not know the ${first.what} "${first.name}" of rows already imported. Add it to the policy, or name the policy they were imported with.`,
  );
}
