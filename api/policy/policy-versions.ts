import type { Kysely } from 'kysely';
import { localDay } from '../local-day.ts';
import { hashOf } from '../publish/canonical-json.ts';
import type { Database } from '../store/schema.ts';
import type { Session } from '../store/store.ts';
import { UserError } from '../user-error.ts';
import { lintText } from './lint/lint-file.ts';
import { loadPolicyText } from './load-policy.ts';
import { requirePerson } from './policy-people.ts';

/** A version as lists show it; `state` by the day it is asked on. */
export interface PolicyVersion {
  version: string;
  state: 'draft' | 'scheduled' | 'active' | 'replaced';
  draftedBy: string;
  draftedAt: Date;
  approvedBy: string | null;
  approvedAt: Date | null;
  /** First day it holds, `YYYY-MM-DD`. */
  validFrom: string | null;
}

export interface DraftInput {
  /** The document as YAML. */
  source: string;
  by: string;
  now: Date;
}

/**
 * Keeps a concept as a draft; a draft may be replaced under its number, what was approved may not.
 * @throws UserError for an unknown person, lint errors, or a number that is taken
 */
export async function draftPolicy(
  { db }: Session,
  { source, by, now }: DraftInput,
): Promise<{ version: string }> {
  await requirePerson(db, by);
  const { document } = loadPolicyText(source, 'policy');
  const errors = lintText(source, 'policy', { today: localDay(now) }).filter(
    ({ severity }) => severity === 'error',
  );
  if (errors.length > 0) {
    throw new UserError(
      errors.map(({ line, path, why, fix }) => `line ${line}: ${path.join('.')}: ${why} ${fix}`).join('\n'),
    );
  }
  const { version } = document;
  const known = await versionRow(db, version);
  if (known?.approved_at) {
    throw new UserError(
      `Version ${version} was approved already and stays as it is. Raise the version number of the document.`,
    );
  }
  const values = { source, document_hash: hashOf(document), drafted_by: by, drafted_at: now };
  await db
    .insertInto('policy_versions')
    .values({
      version,
      approved_by: null,
      approved_at: null,
      valid_from: null,
      preview_hash: null,
      ...values,
    })
    .onConflict((conflict) => conflict.column('version').doUpdateSet(values))
    .execute();
  return { version };
}

/** All versions, the newest draft first, then by the day they hold from. */
export async function listPolicies(db: Kysely<Database>, today: string): Promise<PolicyVersion[]> {
  const rows = await db
    .selectFrom('policy_versions')
    .select(['version', 'drafted_by', 'drafted_at', 'approved_by', 'approved_at', 'valid_from'])
    .orderBy('valid_from', (order) => order.desc().nullsFirst())
    .orderBy('approved_at', (order) => order.desc().nullsFirst())
    .orderBy('drafted_at', 'desc')
    .execute();
  const active = rows.find(({ valid_from }) => valid_from !== null && valid_from <= today);
  return rows.map((row) => ({
    version: row.version,
    state: stateOf(row, active?.version, today),
    draftedBy: row.drafted_by,
    draftedAt: row.drafted_at,
    approvedBy: row.approved_by,
    approvedAt: row.approved_at,
    validFrom: row.valid_from,
  }));
}

function stateOf(
  { version, valid_from }: { version: string; valid_from: string | null },
  active: string | undefined,
  today: string,
): PolicyVersion['state'] {
  if (valid_from === null) return 'draft';
  if (valid_from > today) return 'scheduled';
  return version === active ? 'active' : 'replaced';
}

/**
 * The document of a version as it was written.
 * @throws UserError where there is none
 */
export async function policySource(db: Kysely<Database>, version: string): Promise<string> {
  const row = await versionRow(db, version);
  if (row) return row.source;
  throw new UserError(`There is no policy version ${version}. See tierlens policy list.`);
}

export function versionRow(db: Kysely<Database>, version: string) {
  return db.selectFrom('policy_versions').selectAll().where('version', '=', version).executeTakeFirst();
}
