import { sql } from 'kysely';
import type { Session } from '../store/store.ts';
import { type Kind, stageOf } from './kinds/kind.ts';

export interface Applied {
  inserted: number;
  changed: number;
  unchanged: number;
}

/** Brings the staged rows of a kind into their table: new ones inserted, differing ones changed, equal ones left. */
export async function applyKind(session: Session, kind: Kind): Promise<Applied> {
  const { db } = session;
  const { table, key, columns, naturalKey } = kind.target;
  const ready = sql.table(`ready_${table}`);
  const names = Object.keys(columns);
  const rest = names.filter((name) => !key.includes(name));
  const selected = names.map((name) => sql`${sql.raw(columns[name] as string)} as ${sql.ref(name)}`);
  await sql`create temporary table ${ready} on commit drop as
    select ${sql.join(selected)} from ${sql.table(stageOf(kind))} s`.execute(db);
  const moved = naturalKey ? await removeMoved(session, kind, naturalKey) : 0;
  const on = sql.join(
    key.map((name) => sql`t.${sql.ref(name)} = r.${sql.ref(name)}`),
    sql` and `,
  );
  const { rows } = await sql<{ rows: number; known: number; differing: number }>`
    select count(*)::int as rows, count(t.${sql.ref(key[0] as string)})::int as known,
      (count(*) filter (where t.${sql.ref(key[0] as string)} is not null
        and ${tuple('t', rest)} is distinct from ${tuple('r', rest)}))::int as differing
    from ${ready} r left join ${sql.table(table)} t on ${on}`.execute(db);
  const { rows: all, known, differing } = rows[0] as { rows: number; known: number; differing: number };
  if (all > known || differing > 0) await upsert(session, kind);
  // The embedded store has no process that would refresh the planner's statistics.
  if (all > known) await sql`analyze ${sql.table(table)}`.execute(db);
  for (const statement of kind.after ?? []) await sql.raw(statement).execute(db);
  return { inserted: all - known - moved, changed: differing + moved, unchanged: known - differing };
}

async function upsert({ db }: Session, kind: Kind): Promise<void> {
  const { table, key, columns } = kind.target;
  const names = Object.keys(columns);
  const rest = names.filter((name) => !key.includes(name));
  await sql`insert into ${sql.table(table)} as t (${sql.join(names.map((name) => sql.ref(name)))})
    select ${sql.join(names.map((name) => sql`r.${sql.ref(name)}`))} from ${sql.table(`ready_${table}`)} r
    on conflict (${sql.join(key.map((name) => sql.ref(name)))}) do update
    set ${sql.join(rest.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))}
    where ${tuple('t', rest)} is distinct from ${tuple('excluded', rest)}`.execute(db);
}

function tuple(alias: string, names: readonly string[]) {
  return sql`row(${sql.join(names.map((name) => sql`${sql.table(alias)}.${sql.ref(name)}`))})`;
}

/** A line booked on another account than before leaves the old one. */
async function removeMoved({ db }: Session, kind: Kind, naturalKey: readonly string[]): Promise<number> {
  const { table } = kind.target;
  const on = sql.join(
    naturalKey.map((name) => sql`t.${sql.ref(name)} = r.${sql.ref(name)}`),
    sql` and `,
  );
  const { numAffectedRows } =
    await sql`delete from ${sql.table(table)} t using ${sql.table(`ready_${table}`)} r
    where ${on} and t.account_id <> r.account_id`.execute(db);
  return Number(numAffectedRows ?? 0);
}
