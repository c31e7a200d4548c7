import { SELF_HOSTED_SCRIPT } from '../lib/crm/crm-scripts.ts';
import { firstLoad, openBuild } from '../tests/support/build-output.ts';
import { atMost, type Bench } from './figure.ts';

/** Sizes of what a browser loads; limits as in tests/built. */
export const bench: Bench = {
  about: 'gzipped size of the content script and of each extension page (after npm run build)',
  async *run() {
    for (const browser of ['chrome', 'firefox'] as const) {
      const build = openBuild(browser);
      const shared = build.gzipSize('content-scripts/crm.js');
      yield atMost(`${browser} content script`, shared, 'bytes', 12_000, 'limit 12 kB');
      for (const path of build.files.filter((file) => /^crms\/.*\.js$/.test(file))) {
        const size = shared + build.gzipSize(path);
        const limit = path === SELF_HOSTED_SCRIPT ? 17_000 : 14_000;
        yield atMost(
          `${browser} content script with ${path}`,
          size,
          'bytes',
          limit,
          `limit ${limit / 1_000} kB`,
        );
      }
      for (const page of build.files.filter((file) => file.endsWith('.html'))) {
        const size = firstLoad(build, page).reduce((sum, path) => sum + build.gzipSize(path), 0);
        yield atMost(`${browser} ${page}`, size, 'bytes', 150_000, 'limit 150 kB');
      }
    }
  },
};
