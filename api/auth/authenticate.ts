import type { Kysely } from 'kysely';
import type { Layer } from '../../lib/contract/manifest.ts';
import type { Role } from '../../lib/contract/me.ts';
import { byCodeUnit } from '../../lib/util/code-unit-order.ts';
import type { Caller } from '../store/caller.ts';
import type { Database } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { isSameHash, parseToken } from './tokens.ts';

/** Who may see amounts (product: who sees money). */
const LAYERS_OF: Readonly<Record<Role, readonly Layer[]>> = {
  rep: ['words'],
  inside: ['words'],
  lead: ['words', 'money'],
  operations: ['words', 'money'],
};

export interface SignedIn extends Caller {
  name: string;
}

/** `unknown` also stands for an expired token: signing in anew helps. A revoked one is `withdrawn`. */
export type Authentication =
  | { kind: 'signed-in'; caller: SignedIn }
  | { kind: 'unknown' }
  | { kind: 'withdrawn' };

/** The person behind a bearer token, with all rights resolved. */
export async function authenticate(store: Store, bearer: string, now: Date): Promise<Authentication> {
  const token = parseToken(bearer);
  if (!token) return { kind: 'unknown' };
  const person = await store.restricted({ 'app.token_prefix': token.prefix }, (db) =>
    personOf(db, token.prefix),
  );
  if (!person || !isSameHash(person.secret_hash, token.hash)) return { kind: 'unknown' };
  if (person.revoked_at !== null) return { kind: 'withdrawn' };
  if (person.expires_at !== null && person.expires_at <= now) return { kind: 'unknown' };
  const { person_id: personId, name, role, team, territories } = person;
  const scopes = role === 'operations' && territories.length === 0 ? await allScopes(store) : territories;
  return {
    kind: 'signed-in',
    caller: {
      personId,
      name,
      role,
      team,
      scopes: [...new Set(scopes)].sort(byCodeUnit),
      layers: LAYERS_OF[role],
    },
  };
}

/** The row-level policies show only the token with this prefix and its person. */
function personOf(db: Kysely<Database>, prefix: string) {
  return db
    .selectFrom('tokens')
    .innerJoin('people', 'people.person_id', 'tokens.person_id')
    .select(['people.person_id', 'people.name', 'role', 'team', 'territories'])
    .select(['secret_hash', 'expires_at', 'revoked_at'])
    .where('prefix', '=', prefix)
    .executeTakeFirst();
}

/** Operations without territories of their own see the whole company. */
async function allScopes(store: Store): Promise<string[]> {
  const rows = await store.restricted({ 'app.role': 'operations' }, (db) =>
    db.selectFrom('territories').select('territory').execute(),
  );
  return rows.map(({ territory }) => territory);
}
