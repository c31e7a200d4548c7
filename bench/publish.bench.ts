import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { storeBase } from '../api/publish/store-parts.ts';
import { copyRows } from '../api/publish/store-rows.ts';
import { openStore } from '../api/store/open-store.ts';
import { startCluster } from '../api/store/test-cluster.ts';
import { projectRoot } from '../tests/support/source-files.ts';
import type { Bench, Figure } from './figure.ts';
import { fillRows, syntheticRows } from './publish/fill-rows.ts';

/** A scope ten times as large may need so much more memory: garbage is collected later where there is more of it. */
const MOST_GROWTH = 1.3;
/** Parts that one new account may change: segments of both layers, glyphs, names, each split at worst. */
const MOST_CHANGED = 8;

interface Built {
  parts: number;
  bytes: number;
  seconds: number;
  peakMb: number;
  beforeMb: number;
}

/** Making the parts of one scope from published rows in a real store (PostgreSQL, so that its memory is not counted). */
export const bench: Bench = {
  about:
    'peak memory of making the parts of one scope of --rows accounts against one of a tenth (PostgreSQL)',
  async *run({ rows }) {
    const cluster = await startCluster();
    if (cluster === null) {
      console.warn('PostgreSQL is not installed: not measured (apt-get install postgresql).');
      return;
    }
    try {
      const url = await cluster.database('bench');
      const store = await openStore({ databaseUrl: url });
      await fillRows(store, 'small', Math.ceil(rows / 10));
      await fillRows(store, 'large', rows);
      const [small, large] = [build(url, 'small'), build(url, 'large')];
      yield atMostRatio('peak memory of a publication', large.peakMb, small.peakMb, MOST_GROWTH, {
        unit: 'MB',
        against: `${Math.round(small.peakMb)} MB for ${Math.ceil(rows / 10)} accounts (idle: ${Math.round(large.beforeMb)} MB)`,
      });
      yield {
        name: 'accounts published per second',
        value: Math.round(rows / large.seconds),
        unit: 'accounts/s',
        against: `${large.parts} parts, ${Math.round(large.bytes / 1e6)} MB`,
        ratio: 1,
        aim: 'printed',
        holds: true,
      };
      const changed = await store.write(async (session) => {
        await copyRows(session, [syntheticRows('large', rows)]);
        return storeBase(session.db, { evaluationId: 'bench', scope: 'large', revision: 1, now: new Date() });
      });
      yield atMostRatio('parts that one more account changes', changed.newParts, MOST_CHANGED, 1, {
        unit: 'parts',
        against: `of ${changed.parts}`,
      });
      await store.close();
    } finally {
      cluster.stop();
    }
  },
};

function build(url: string, scope: string): Built {
  const script = join(projectRoot, 'bench/publish/build-base.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, url, scope], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Built;
}

function atMostRatio(
  name: string,
  value: number,
  base: number,
  most: number,
  { unit, against }: { unit: string; against: string },
): Figure {
  const ratio = Number((value / base).toFixed(3));
  return { name, value: Math.round(value), unit, against, ratio, aim: `≤ ${most}`, holds: ratio <= most };
}
