import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { UserError } from '../user-error.ts';

/** `tl_<prefix>_<secret>`: the prefix finds the row, of the secret only the hash is stored. */
const TOKEN = /^tl_([0-9a-f]{16})_([0-9A-Za-z_-]{43})$/;
const PREFIX_BYTES = 8;
/** 256 bits: a plain hash is enough, there is nothing to guess. */
const SECRET_BYTES = 32;

export interface NewToken {
  personId: string;
  /** What the token is for; shown in lists. */
  name: string;
  expiresAt?: Date | null;
  now: Date;
}

/** A token as lists show it, without its secret. */
export interface TokenInfo {
  id: string;
  personId: string;
  name: string;
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
}

/**
 * Creates an access token for a person; its text is told this once. Role and territories come from the person.
 * @throws UserError for an unknown person
 */
export function createToken(store: Store, input: NewToken): Promise<{ token: string; id: string }> {
  return store.write(({ db }) => insertToken(db, input));
}

/** The same inside a transaction. */
export async function insertToken(
  db: Kysely<Database>,
  { personId, name, expiresAt = null, now }: NewToken,
): Promise<{ token: string; id: string }> {
  const person = await db
    .selectFrom('people')
    .select('person_id')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!person) {
    throw new UserError(`There is no person ${personId}. Import people.csv with this person first.`);
  }
  const prefix = randomBytes(PREFIX_BYTES).toString('hex');
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  await db
    .insertInto('tokens')
    .values({
      token_id: prefix,
      person_id: personId,
      name,
      prefix,
      secret_hash: hashSecret(secret),
      created_at: now,
      expires_at: expiresAt,
      revoked_at: null,
    })
    .execute();
  return { token: `tl_${prefix}_${secret}`, id: prefix };
}

/** All tokens the caller may see, oldest first. */
export async function listTokens(db: Kysely<Database>): Promise<TokenInfo[]> {
  const rows = await db
    .selectFrom('tokens')
    .select(['token_id', 'person_id', 'name', 'created_at', 'expires_at', 'revoked_at'])
    .orderBy('created_at')
    .orderBy('token_id')
    .execute();
  return rows.map((row) => ({
    id: row.token_id,
    personId: row.person_id,
    name: row.name,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  }));
}

/** Ends a token at once; false where there is none that still lives. */
export async function revokeToken(db: Kysely<Database>, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('tokens')
    .set({ revoked_at: now })
    .where('token_id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Prefix and hash of a token's text, or null where it is none of ours. */
export function parseToken(text: string): { prefix: string; hash: string } | null {
  const [, prefix, secret] = TOKEN.exec(text) ?? [];
  return prefix === undefined || secret === undefined ? null : { prefix, hash: hashSecret(secret) };
}

/** Compares two hashes in constant time. */
export function isSameHash(a: string, b: string): boolean {
  const left = Buffer.from(a, 'hex');
  const right = Buffer.from(b, 'hex');
  return left.length === right.length && timingSafeEqual(left, right);
}

function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
