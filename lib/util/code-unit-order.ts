/** Ids are compared by code units, never by locale, so that every machine sorts alike. */
export function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** By id in code-unit order; the list itself where it is in order already. */
export function sortedById<T extends { id: string }>(list: readonly T[]): readonly T[] {
  for (let i = 1; i < list.length; i++) {
    if (list[i]!.id < list[i - 1]!.id) return [...list].sort((a, b) => byCodeUnit(a.id, b.id));
  }
  return list;
}
