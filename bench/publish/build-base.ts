import { storeBase } from '../../api/publish/store-parts.ts';
import { openStore } from '../../api/store/open-store.ts';

/**
 * Makes the base of one scope in a process of its own and prints what it took, as JSON: its peak memory is that of
 * the publication and of nothing else. Arguments: database URL, scope.
 */
const [databaseUrl = '', scope = ''] = process.argv.slice(2);
const store = await openStore({ databaseUrl });
const before = process.resourceUsage().maxRSS;
const started = performance.now();
const parts = await store.write(({ db }) =>
  storeBase(db, { evaluationId: 'bench', scope, revision: 0, now: new Date() }),
);
const seconds = (performance.now() - started) / 1_000;
console.log(
  JSON.stringify({
    ...parts,
    seconds,
    beforeMb: before / 1_024,
    peakMb: process.resourceUsage().maxRSS / 1_024,
  }),
);
await store.close();
