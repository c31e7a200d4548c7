import type { CacheDatabase } from './database.ts';
import { guarded } from './storage-error.ts';

/** Opens again a database that the browser has closed behind our back, as on a full disk. */
export async function revive(database: CacheDatabase): Promise<void> {
  const answers = await database.state.get('keyId').then(
    () => true,
    () => false,
  );
  if (answers) return;
  database.close({ disableAutoOpen: false });
  await guarded(() => database.open());
}
