import { hash64 } from '../../lib/util/hash64.ts';
import { UserError } from '../user-error.ts';

/** Hashes record keys, and refuses two keys with one hash: the glyph index knows keys by their hash only. */
export function createKeyHashes(hash: (key: string) => string = hash64): (key: string) => string {
  const keys = new Map<string, string>();
  return (key) => {
    const digits = hash(key);
    const other = keys.get(digits);
    if (other !== undefined && other !== key) {
      throw new UserError(
        `The record keys ${other} and ${key} have the same hash, so they could not be told apart. Nothing was published; please report this.`,
      );
    }
    keys.set(digits, key);
    return digits;
  };
}
