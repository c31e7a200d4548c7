import { parseImports, resolveImport } from './imports.ts';

export interface Reach {
  files: Set<string>;
  /** Package name → one chain of files that leads to it. */
  packages: Map<string, string[]>;
}

/** Everything that runs when `start` is loaded: type-only imports are erased and do not count. */
export function runtimeReach(start: string, read: (path: string) => string | null): Reach {
  const reach: Reach = { files: new Set(), packages: new Map() };
  const queue: string[][] = [[start]];
  while (queue.length > 0) {
    const chain = queue.shift() as string[];
    const path = chain.at(-1) as string;
    if (reach.files.has(path)) continue;
    reach.files.add(path);
    const source = /\.(ts|tsx|mjs)$/.test(path) ? read(path) : null;
    if (source === null) continue;
    for (const found of parseImports(source)) {
      if (found.typeOnly) continue;
      const target = resolveImport(path, found.specifier);
      if (target.kind === 'file') queue.push([...chain, target.path]);
      else if (!reach.packages.has(target.name)) reach.packages.set(target.name, chain);
    }
  }
  return reach;
}
