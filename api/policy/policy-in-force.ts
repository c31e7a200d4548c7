import type { Kysely } from 'kysely';
import type { IsoDate } from '../../lib/engine/types.ts';
import type { Database } from '../store/schema.ts';
import { type LoadedPolicy, loadPolicy, loadPolicyText } from './load-policy.ts';

/**
 * The concept that holds on a day: the version activated last of those in force by then, else the preset. A file
 * named by the caller wins, for trials.
 * @throws UserError where the file cannot be used
 */
export async function policyInForce(
  db: Kysely<Database>,
  day: IsoDate,
  path?: string,
): Promise<LoadedPolicy> {
  if (path !== undefined) return loadPolicy(path);
  const row = await db
    .selectFrom('policy_versions')
    .select(['version', 'source'])
    .where('valid_from', '<=', day)
    .orderBy('valid_from', 'desc')
    .orderBy('approved_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? loadPolicyText(row.source, `policy ${row.version}`) : loadPolicy();
}
