import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { TestProject } from 'vitest/node';
import { openStore } from './open-store.ts';

/** Before all tests of the store: one empty database, of which each test that needs one takes a copy. */
export default async function setup({ provide }: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'tierlens-store-'));
  const dataDir = join(folder, 'data');
  await (await openStore({ dataDir })).close();
  const pglite = await PGlite.create({ dataDir: join(dataDir, 'pg') });
  const file = join(folder, 'empty.tar');
  writeFileSync(file, Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer()));
  await pglite.close();
  provide('emptyStore', file);
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
