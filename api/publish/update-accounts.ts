import { type Kysely, sql } from 'kysely';
import type { GlyphCode } from '../../lib/contract/manifest.ts';
import type { PolicyWords } from '../../lib/contract/policy-words.ts';
import type { IsoDate, Month, Policy } from '../../lib/engine/types.ts';
import { hash64 } from '../../lib/util/hash64.ts';
import { accountInputs } from '../facts/account-inputs.ts';
import type { MoneyKinds } from '../import/book-totals.ts';
import { localDay } from '../local-day.ts';
import type { Database } from '../store/schema.ts';
import type { Session } from '../store/store.ts';
import { changedLines, type PublishedAccount } from './account-lines.ts';
import { canonicalJson } from './canonical-json.ts';
import { changedRows } from './changed-rows.ts';
import { type Directory, readDirectory } from './directory.ts';
import { glyphCode } from './glyph-code.ts';
import type { GlyphList } from './glyph-list.ts';
import type { GoneAccount } from './remove-from-base.ts';
import { type AccountRows, copyRows, deleteRows } from './store-rows.ts';

/** What the accounts of the current evaluation are brought up to date by. */
export interface ChangeContext {
  evaluationId: string;
  asOf: Month;
  /** Day the evaluation counted care to; an account's own later care or decision counts as well. */
  careUntil: IsoDate;
  now: Date;
  policy: Policy;
  kinds: MoneyKinds;
  words: PolicyWords;
  glyphs: GlyphList;
  dataFrom: Month;
  careLogged: boolean;
  /** Number that the next publication of each scope gets; 1 for a scope that is new. */
  revisions: ReadonlyMap<string, number>;
}

/**
 * Brings some accounts up to date: rows that look-ups read, and the lines in which they differ from the bases of
 * their scopes. An account that no evaluation has judged yet waits for the next one.
 * @returns by scope that publishes something else now: the accounts its base holds and it no longer has
 */
export async function updateAccounts(
  session: Session,
  ids: readonly string[],
  context: ChangeContext,
): Promise<Map<string, GoneAccount[]>> {
  const { db } = session;
  const published = await publishedRows(db, ids);
  const bases = await baseRows(db, ids);
  const judged = ids.filter((id) => published.has(id) || bases.has(id));
  if (judged.length === 0) return new Map();
  const current = await currentRows(db, judged, published, bases, context);
  const changed = judged.filter((id) => textOf(published.get(id)) !== textOf(current.get(id)));
  if (changed.length === 0) return new Map();

  const states = changed.flatMap((id) => {
    const known = bases.get(id) ?? new Map<string, PublishedAccount | null>();
    const [before, after] = [published.get(id), current.get(id)];
    // What stood there until now is what the base says, unless it is known to say something else.
    if (before && !known.has(before.territory)) known.set(before.territory, before);
    if (after && !known.has(after.territory)) known.set(after.territory, null);
    return [...known].map(([scope, base]) => ({
      id,
      scope,
      base,
      now: after?.territory === scope ? after : null,
    }));
  });
  await deleteRows(db, changed);
  await copyRows(
    session,
    changed.flatMap((id) => current.get(id) ?? []),
  );
  await storeDifferences(session, changed, states);
  return goneByScope(states);
}

function goneByScope(states: readonly AccountState[]): Map<string, GoneAccount[]> {
  const scopes = new Map<string, GoneAccount[]>();
  for (const { id, scope, base, now } of states) {
    const gone = scopes.get(scope) ?? [];
    scopes.set(scope, gone);
    if (base !== null && now === null) gone.push({ id, hashes: base.words.keys.map(hash64) });
  }
  return scopes;
}

/** An account in one scope: what the scope's base says of it, and what is true now; null: nothing. */
interface AccountState {
  id: string;
  scope: string;
  base: PublishedAccount | null;
  now: PublishedAccount | null;
}

async function storeDifferences(
  { db, copy }: Session,
  ids: readonly string[],
  states: readonly AccountState[],
): Promise<void> {
  await db.deleteFrom('base_rows').where('account_id', 'in', ids).execute();
  // Where two accounts have a line for one key, what is left of the other counts from now on.
  await sql`with former as (
      delete from change_lines where account_id = any (${ids}::text[]) returning scope, layer, kind, hash
    )
    update change_lines l set fresh = true from former f
    where (l.scope, l.layer, l.kind, l.hash) = (f.scope, f.layer, f.kind, f.hash)
      and l.account_id <> all (${ids}::text[])`.execute(db);
  const differing = states.flatMap((state) => {
    // What has gone from a scope is taken out of its base.
    const lines = state.now === null ? [] : changedLines(state.base, state.now);
    return lines.length > 0 ? [{ ...state, lines }] : [];
  });
  await copy(
    'base_rows',
    ['scope', 'account_id', 'glyph', 'words', 'money'],
    differing.map(({ id, scope, base }) => [
      scope,
      id,
      base?.glyph ?? null,
      base && canonicalJson(base.words),
      base && canonicalJson(base.money),
    ]),
  );
  await copy(
    'change_lines',
    ['scope', 'layer', 'kind', 'hash', 'account_id', 'body', 'gone', 'fresh'],
    differing.flatMap(({ id, scope, lines }) =>
      lines.map(({ layer, kind, hash, body, gone }) => [scope, layer, kind, hash, id, body, gone, true]),
    ),
  );
}

const textOf = (rows: AccountRows | undefined): string =>
  rows === undefined ? '' : canonicalJson([rows.territory, rows.glyph, rows.words, rows.money]);

async function publishedRows(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<Map<string, AccountRows>> {
  const rows = await db
    .selectFrom('words_rows')
    .innerJoin('money_rows', 'money_rows.account_id', 'words_rows.account_id')
    .select([
      'words_rows.account_id as id',
      'words_rows.territory',
      'glyph',
      'words_rows.data as words',
      'money_rows.data as money',
    ])
    .where('words_rows.account_id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** What bases say of accounts that have changed since, by account and scope. */
async function baseRows(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<Map<string, Map<string, PublishedAccount | null>>> {
  const rows = await db.selectFrom('base_rows').selectAll().where('account_id', 'in', ids).execute();
  const bases = new Map<string, Map<string, PublishedAccount | null>>();
  for (const { scope, account_id: id, glyph, words, money } of rows) {
    const ofAccount = bases.get(id) ?? new Map<string, PublishedAccount | null>();
    bases.set(id, ofAccount);
    ofAccount.set(scope, words === null || money === null ? null : { glyph: glyph ?? 0, words, money });
  }
  return bases;
}

/** Rows as they are to be by the facts of this moment; absent where the account is gone. */
async function currentRows(
  db: Kysely<Database>,
  ids: readonly string[],
  published: ReadonlyMap<string, AccountRows>,
  bases: ReadonlyMap<string, ReadonlyMap<string, PublishedAccount | null>>,
  context: ChangeContext,
): Promise<Map<string, AccountRows>> {
  const { asOf, policy, kinds, words, glyphs, dataFrom, careLogged } = context;
  const directory = await readDirectory(db, ids);
  const careUntil = await careUntilOf(db, ids, directory, context);
  const until = [...careUntil.values()].reduce((last, day) => (day > last ? day : last), context.careUntil);
  const current = new Map<string, AccountRows>();
  for await (const input of accountInputs(db, policy, kinds, { asOf, until: until.slice(0, 7), ids })) {
    const { id } = input;
    const account = directory.accounts.get(id);
    const judged = judgedRows(published.get(id), bases.get(id));
    if (!account || !judged) continue;
    const rows = changedRows(
      policy,
      judged,
      { account, directory, input },
      {
        asOf,
        dataFrom,
        careLogged,
        careUntil: careUntil.get(id) ?? context.careUntil,
      },
    );
    const glyph: GlyphCode = glyphCode(words, rows.words);
    current.set(id, { id, territory: account.territory, glyph: glyphs.numberOf(glyph), ...rows });
  }
  return current;
}

/** The rows as they were judged: a base has them, wherever the account stood then. */
function judgedRows(
  published: AccountRows | undefined,
  bases: ReadonlyMap<string, PublishedAccount | null> | undefined,
): PublishedAccount | undefined {
  return [...(bases?.values() ?? [])].find((base) => base !== null) ?? published;
}

/** Care counts to the day of the evaluation, or to an account's own last care or decision where that is later. */
async function careUntilOf(
  db: Kysely<Database>,
  ids: readonly string[],
  { levels }: Directory,
  { careUntil, now }: ChangeContext,
): Promise<Map<string, IsoDate>> {
  const today = localDay(now);
  const { rows } = await sql<{ account_id: string; last: IsoDate }>`
    select account_id, max(occurred_on)::text as last from activities
    where account_id = any (${ids}::text[]) and occurred_on <= ${today} group by account_id`.execute(db);
  const cared = new Map(rows.map(({ account_id, last }) => [account_id, last]));
  return new Map(
    ids.map((id) => {
      const assigned = levels.get(id)?.findLast(({ from }) => from <= today)?.from ?? '';
      const days = [careUntil, cared.get(id) ?? '', assigned];
      return [id, days.reduce((last, day) => (day > last ? day : last))];
    }),
  );
}
