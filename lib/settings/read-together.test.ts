import { expect, it } from 'vitest';
import { readTogether } from './read-together.ts';

function area(items: Record<string, unknown>) {
  const asked: string[][] = [];
  const browser = {
    async get(keys: string[]) {
      asked.push(keys);
      if (items.broken) throw new Error('no storage');
      return Object.fromEntries(keys.filter((key) => key in items).map((key) => [key, items[key]]));
    },
    set: async (more: Record<string, unknown>) => void Object.assign(items, more),
    remove: async (key: string) => void delete items[key],
  };
  return { asked, area: readTogether(browser) };
}

it('asks the browser once for what is read in one turn, and anew in the next', async () => {
  const { asked, area: local } = area({ a: 1, b: 2 });
  expect(await Promise.all([local.get('a'), local.get('b'), local.get('a'), local.get('c')])).toEqual([
    { a: 1 },
    { b: 2 },
    { a: 1 },
    {},
  ]);
  expect(asked).toEqual([['a', 'b', 'c']]);
  await local.set({ a: 3 });
  await local.remove('b');
  expect(await Promise.all([local.get('a'), local.get('b')])).toEqual([{ a: 3 }, {}]);
  expect(asked).toHaveLength(2);
});

it('tells everybody where the browser fails, and asks again', async () => {
  const { asked, area: local } = area({ broken: true });
  const both = await Promise.allSettled([local.get('a'), local.get('b')]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(local.get('a')).rejects.toThrow('no storage');
  expect(asked).toHaveLength(2);
});
