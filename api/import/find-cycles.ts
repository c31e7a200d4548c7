/** Accounts that stand on a circle of parents (not those that merely lead to one). */
export function findCycles(parentOf: ReadonlyMap<string, string>): Set<string> {
  const cyclic = new Set<string>();
  const done = new Set<string>();
  for (const start of parentOf.keys()) {
    const path = new Set<string>();
    let at: string | undefined = start;
    while (at !== undefined && !done.has(at) && !path.has(at)) {
      path.add(at);
      at = parentOf.get(at);
    }
    if (at !== undefined && path.has(at)) addCycle(at, parentOf, cyclic);
    for (const id of path) done.add(id);
  }
  return cyclic;
}

function addCycle(start: string, parentOf: ReadonlyMap<string, string>, cyclic: Set<string>): void {
  let at = start;
  do {
    cyclic.add(at);
    at = parentOf.get(at) as string;
  } while (at !== start);
}
