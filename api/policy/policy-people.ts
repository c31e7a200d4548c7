import type { Kysely } from 'kysely';
import type { Role } from '../../lib/contract/me.ts';
import type { Database } from '../store/schema.ts';
import { UserError } from '../user-error.ts';

/** Roles whose people may put a concept in force. */
const APPROVERS: readonly Role[] = ['lead', 'operations'];

/** @throws UserError for a person that was never imported */
export async function requirePerson(db: Kysely<Database>, personId: string): Promise<{ role: Role }> {
  const person = await db
    .selectFrom('people')
    .select('role')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (person) return person;
  throw new UserError(`There is no person ${personId}. Use a person_id of people.csv.`);
}

/**
 * Four eyes: who approves is known, may decide, and is not who drafted.
 * @throws UserError otherwise
 */
export async function requireApprover(
  db: Kysely<Database>,
  personId: string,
  drafter: string,
): Promise<void> {
  const { role } = await requirePerson(db, personId);
  if (personId === drafter) {
    throw new UserError(
      `${personId} has drafted this version. A second person must approve it: somebody else reads it first.`,
    );
  }
  if (APPROVERS.includes(role)) return;
  throw new UserError(`${personId} may not approve a policy. Ask a lead or operations.`);
}
