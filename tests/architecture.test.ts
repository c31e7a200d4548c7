import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkImports } from './support/check-imports.ts';
import { parseImports, resolveImport } from './support/imports.ts';
import { runtimeReach } from './support/runtime-reach.ts';
import { isSource, listProjectFiles, projectRoot, readProjectFile } from './support/source-files.ts';

const sources = listProjectFiles().filter(isSource);
const contentScript = sources.find((path) => /^entrypoints\/crm\.content(\/index)?\.ts$/.test(path));

describe('who may import whom', () => {
  it('every import is allowed by the table in docs/architecture.md', () => {
    const faults = sources.flatMap((path) => checkImports(path, readProjectFile(path)));
    expect(faults, `\n${faults.join('\n')}\n`).toEqual([]);
  });

  it('relative imports name an existing file with its extension', () => {
    const faults = sources.flatMap((path) =>
      parseImports(readProjectFile(path)).flatMap((found) => {
        const target = resolveImport(path, found.specifier);
        if (target.kind === 'package') {
          return /^[~@#]?\//.test(found.specifier)
            ? [`${path}:${found.line} uses the alias ${found.specifier}`]
            : [];
        }
        return existsSync(join(projectRoot, target.path)) && /\.[a-z]+$/.test(target.path)
          ? []
          : [`${path}:${found.line} imports ${found.specifier}, and there is no such file`];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('no barrels: only lib/crm/index.ts may re-export another module', () => {
    const barrels = sources.filter((path) => {
      if (path === 'lib/crm/index.ts' || path.startsWith('tests/')) return false;
      return /^\s*export\s+(type\s+)?(\*|\{[^}]*\})\s*(as\s+\w+\s+)?from\s/m.test(readProjectFile(path));
    });
    expect(barrels, 'import from the file that defines the name').toEqual([]);
  });
});

describe('what the content script loads into a foreign page', () => {
  const banned = ['zod', 'react', 'react-dom', 'dexie', 'zustand', 'hono', 'kysely'];
  const bannedFolders = ['lib/cache/', 'lib/sync/', 'lib/engine/', 'lib/contract/', 'components/', 'api/'];

  it('reaches no zod, React or Dexie, and no folder that may not run in the page', () => {
    expect(contentScript, 'entrypoints/crm.content is the content script').toBeDefined();
    const reach = runtimeReach(contentScript as string, readIfThere);
    const packages = banned.filter((name) => reach.packages.has(name));
    expect(packages.map((name) => `${name}: ${reach.packages.get(name)?.join(' → ')}`)).toEqual([]);
    const files = [...reach.files].filter((path) => bannedFolders.some((folder) => path.startsWith(folder)));
    expect(files, 'import these as types only, or ask the service worker').toEqual([]);
  });
});

describe('the checker itself', () => {
  const faulty: readonly [path: string, source: string, says: string][] = [
    ['lib/engine/ledger.ts', "import { readFileSync } from 'node:fs';", 'package node:fs'],
    ['lib/engine/ledger.ts', "import { z } from 'zod';", 'package zod'],
    ['lib/overlay/draw.ts', "import { db } from '../cache/database.ts';", 'lib/cache/database.ts'],
    ['lib/overlay/draw.ts', "import { Me } from '../contract/me.ts';", 'types only'],
    ['lib/overlay/draw.ts', "import { type Me } from '../contract/me.ts';", 'types only'],
    ['lib/crm/hubspot.ts', "import { match } from './salesforce.ts';", 'another CRM'],
    ['lib/crm/hubspot.ts', "import { cases } from './hubspot.cases.ts';", 'tests, bench and docs'],
    ['lib/util/a.ts', "export { b } from '../engine/b.ts';", 'lib/engine/b.ts'],
    ['components/a.tsx', "const x = await import('../lib/sync/run.ts');", 'lib/sync/run.ts'],
    ['api/a.ts', "import React from 'react';", 'package react'],
    ['lib/cache/a.ts', "import {\n  one,\n  two,\n} from '../sync/b.ts';", 'lib/sync/b.ts'],
    ['lib/cache/a.ts', "import '../sync/b.ts';", 'lib/sync/b.ts'],
  ];
  it.each(faulty)('flags in %s: %s', (path, source, says) => {
    const faults = checkImports(path, source);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(says);
    expect(faults[0]).toContain('Where it should go:');
  });

  it.each([
    ['lib/overlay/draw.ts', "import type { Me } from '../contract/me.ts';"],
    ['lib/overlay/draw.ts', "// import { db } from '../cache/database.ts';"],
    ['lib/overlay/draw.ts', "/*\nimport { db } from '../cache/database.ts';\n*/"],
    ['lib/crm/index.ts', "import { salesforce } from './salesforce.ts';"],
    ['lib/sync/run.ts', "import { open } from '../cache/open.ts';"],
    ['lib/engine/a.test.ts', "import { readFileSync } from 'node:fs';"],
  ])('accepts in %s: %s', (path, source) => {
    expect(checkImports(path, source)).toEqual([]);
  });

  it('follows chains at run time and stops at type-only imports', () => {
    const files: Record<string, string> = {
      'entrypoints/crm.content.ts': "import { a } from '../lib/overlay/a.ts';",
      'lib/overlay/a.ts': "import type { B } from './types.ts';\nexport * from './c.ts';",
      'lib/overlay/types.ts': "import { z } from 'zod';",
      'lib/overlay/c.ts': "import React from 'react';",
    };
    const reach = runtimeReach('entrypoints/crm.content.ts', (path) => files[path] ?? null);
    expect([...reach.packages.keys()]).toEqual(['react']);
    expect(reach.packages.get('react')?.at(-1)).toBe('lib/overlay/c.ts');
  });
});

function readIfThere(path: string): string | null {
  return existsSync(join(projectRoot, path)) ? readProjectFile(path) : null;
}
