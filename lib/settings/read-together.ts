import type { StorageArea } from '../util/storage-area.ts';

/** The browser's own area, which can be asked for several keys at once. */
type BrowserArea = Omit<StorageArea, 'get'> & { get(keys: string[]): Promise<Record<string, unknown>> };

/** An area whose reads of one turn are one question to the browser: a start of the worker waits for each. */
export function readTogether(area: BrowserArea): StorageArea {
  let asked: { keys: Set<string>; answer: Promise<Record<string, unknown>> } | null = null;
  const ask = async (keys: Set<string>): Promise<Record<string, unknown>> => {
    await Promise.resolve();
    asked = null;
    return area.get([...keys]);
  };
  return {
    async get(key) {
      if (asked === null) {
        const keys = new Set<string>();
        asked = { keys, answer: ask(keys) };
      }
      asked.keys.add(key);
      const { [key]: value } = await asked.answer;
      return value === undefined ? {} : { [key]: value };
    },
    set: (items) => area.set(items),
    remove: (keys) => area.remove(keys),
  };
}
