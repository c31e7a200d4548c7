import { DeviceId } from '../contract/cache-key.ts';
import type { StorageArea } from '../util/storage-area.ts';

const KEY = 'device';

/** Random id of this browser profile, made at the first asking; it tells the API's cache keys apart, nothing else. */
export async function deviceId(area: StorageArea, makeId: () => string): Promise<string> {
  const known = DeviceId.safeParse((await area.get(KEY))[KEY]);
  if (known.success) return known.data;
  const made = makeId();
  await area.set({ [KEY]: made });
  return made;
}
