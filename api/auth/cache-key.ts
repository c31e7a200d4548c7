import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../store/schema.ts';

/** Devices a person may have at once; the one not used for longest gives way. */
const MAX_DEVICES = 20;
const SECRET_BYTES = 32;
const KEY_BYTES = 32;

export interface Device {
  personId: string;
  /** Random id the extension has given itself. */
  device: string;
  now: Date;
}

/**
 * The key with which this device encrypts what it stores for this person, base64: the same at every asking, so
 * that a cache outlives the browser session. Derived from a stored secret; the id is kept as its hash only.
 * @param db with the settings of the person who asks
 */
export async function cacheKeyOf(db: Kysely<Database>, { personId, device, now }: Device): Promise<string> {
  const device_hash = createHash('sha256').update(device.toLowerCase()).digest('hex');
  const { secret } = await db
    .insertInto('cache_keys')
    .values({ person_id: personId, device_hash, secret: randomBytes(SECRET_BYTES), used_at: now })
    .onConflict((conflict) => conflict.columns(['person_id', 'device_hash']).doUpdateSet({ used_at: now }))
    .returning('secret')
    .executeTakeFirstOrThrow();
  await forgetOldDevices(db, personId);
  const info = `tierlens cache key\n${personId}`;
  return Buffer.from(hkdfSync('sha256', secret, device_hash, info, KEY_BYTES)).toString('base64');
}

async function forgetOldDevices(db: Kysely<Database>, personId: string): Promise<void> {
  await db
    .deleteFrom('cache_keys')
    .where('person_id', '=', personId)
    .where('device_hash', 'not in', (kept) =>
      kept
        .selectFrom('cache_keys')
        .select('device_hash')
        .where('person_id', '=', personId)
        .orderBy('used_at', 'desc')
        .orderBy('device_hash')
        .limit(MAX_DEVICES),
    )
    .execute();
}
