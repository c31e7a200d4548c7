import type { Kysely } from 'kysely';
import type { TeamOverlays, TeamOverlaysInput } from '../../lib/contract/me.ts';
import type { SignedIn } from '../auth/authenticate.ts';
import { localDay } from '../local-day.ts';
import type { Database } from '../store/schema.ts';

/** What the lead has set for a team and what still holds today; null where nothing does. */
export async function overlaysOf(
  db: Kysely<Database>,
  team: string,
  now: Date,
): Promise<TeamOverlays | null> {
  const row = await db.selectFrom('team_overlays').selectAll().where('team', '=', team).executeTakeFirst();
  if (!row || (row.until !== null && row.until < localDay(now))) return null;
  return {
    team: row.team,
    settings: row.settings,
    until: row.until,
    locked: row.locked,
    setBy: row.set_by,
    updatedAt: row.updated_at.toISOString(),
  };
}

/** Only the team's lead and operations: row-level security lets nobody else write. */
export async function setOverlays(
  db: Kysely<Database>,
  team: string,
  { settings, until, locked }: TeamOverlaysInput,
  caller: SignedIn,
  now: Date,
): Promise<void> {
  const values = { settings: JSON.stringify(settings), until, locked, set_by: caller.name, updated_at: now };
  await db
    .insertInto('team_overlays')
    .values({ team, ...values })
    .onConflict((conflict) => conflict.column('team').doUpdateSet(values))
    .execute();
}
