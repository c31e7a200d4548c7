import { localDay } from '../local-day.ts';
import { hashOf } from '../publish/canonical-json.ts';
import type { Session, Store } from '../store/store.ts';
import { UserError } from '../user-error.ts';
import { lintText } from './lint/lint-file.ts';
import { loadPolicyText } from './load-policy.ts';
import { requireApprover } from './policy-people.ts';
import { policySource, versionRow } from './policy-versions.ts';
import { type Simulation, simulate } from './simulate.ts';

export interface Preview {
  simulation: Simulation;
  /** What approval must name: it changes with the figures, the concept in force and the draft. */
  digest: string;
}

/**
 * What a draft would change at the last closed month (and in earlier quarters). Nothing is stored.
 * @throws UserError for an unknown version, or a store without figures
 */
export async function previewPolicy(
  store: Store,
  version: string,
  { now, quartersBack = 0 }: { now: Date; quartersBack?: number },
): Promise<Preview> {
  const source = await store.write(({ db }) => policySource(db, version));
  const after = loadPolicyText(source, `policy ${version}`);
  const simulation = await simulate(store, { after, now, quartersBack });
  return { simulation, digest: hashOf([after.document, simulation[0]]) };
}

export interface Approval {
  version: string;
  approvedBy: string;
  /** First day the version holds, `YYYY-MM-DD`. */
  from: string;
  /** Digest of the preview that was looked at. */
  preview: string;
  now: Date;
}

/**
 * Puts a draft in force from a day on. What was published before keeps its version.
 * @throws UserError where the approver is not a second person with the right to, the preview was not looked at or
 * is out of date, the day lies before a version already in force, or the document has lint errors
 */
export async function activatePolicy(store: Store, approval: Approval): Promise<void> {
  const { version, approvedBy, from, now } = approval;
  await store.write((session) => checkApproval(session, approval));
  const { digest } = await previewPolicy(store, version, { now });
  if (digest !== approval.preview) {
    throw new UserError(
      'The preview is missing or out of date: figures, the concept in force or the draft have changed. Simulate again and read what would change, then approve.',
    );
  }
  await store.write(async (session) => {
    // Once more: the draft may have been replaced or approved since.
    const { document_hash } = await checkApproval(session, approval);
    const { numUpdatedRows } = await session.db
      .updateTable('policy_versions')
      .set({ approved_by: approvedBy, approved_at: now, valid_from: from, preview_hash: digest })
      .where('version', '=', version)
      .where('approved_at', 'is', null)
      .where('document_hash', '=', document_hash)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows !== 1n)
      throw new UserError(`Version ${version} has just been changed. Simulate again.`);
  });
}

async function checkApproval({ db }: Session, { version, approvedBy, from, now }: Approval) {
  const row = await versionRow(db, version);
  if (!row) throw new UserError(`There is no policy version ${version}. See tierlens policy list.`);
  if (row.approved_at) {
    throw new UserError(`Version ${version} was approved already. Going back or on is a new version.`);
  }
  await requireApprover(db, approvedBy, row.drafted_by);
  const { document } = loadPolicyText(row.source, `policy ${version}`);
  const errors = lintText(row.source, `policy ${version}`, { today: localDay(now) });
  if (errors.some(({ severity }) => severity === 'error')) {
    throw new UserError(`Version ${version} has faults. See tierlens policy lint.`);
  }
  if (hashOf(document) !== row.document_hash) {
    throw new UserError(`The stored text of version ${version} is not what was drafted. Draft it again.`);
  }
  if (from < document.validFrom) {
    throw new UserError(
      `The document holds from ${document.validFrom} by its own words. Choose that day or a later one, or change validFrom.`,
    );
  }
  const { latest } = await db
    .selectFrom('policy_versions')
    .select(({ fn }) => fn.max('valid_from').as('latest'))
    .executeTakeFirstOrThrow();
  if (latest !== null && from < latest) {
    throw new UserError(
      `Another version holds from ${latest}. Choose that day or a later one: what held before stays.`,
    );
  }
  return row;
}
