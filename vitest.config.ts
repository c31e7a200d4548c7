import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const shared = { testTimeout: 60_000, hookTimeout: 120_000 };
/** Tests that open a database or run the checks in a copy of the project: everything that makes a quick check slow. */
const store = [
  'api/**/*.test.ts',
  'demo/company/sample-assessment.test.ts',
  'tests/readme.test.ts',
  'scaffold/new-crm.test.ts',
];
const simulation = ['lib/sync/simulator.test.ts'];

/** Files that take longest: begun last, they would leave one of two processes with nothing to do. */
const LONGEST = [
  'api/cli.test.ts',
  'api/publish/publish-changes.test.ts',
  'scaffold/new-crm.test.ts',
  'api/store/postgres.pg.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((file) => moduleId.endsWith(`/${file}`));
      return at === -1 ? LONGEST.length : at;
    };
    return [...(await super.sort(files))].sort((one, other) => rank(one) - rank(other));
  }
}

/**
 * `unit` needs nothing but the source and is quick; `store` opens databases; `simulation` runs the seeded
 * simulator of the sync, a half of the seeds in each of two processes; `built` looks at the output of `npm run build`.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['{lib,demo,scaffold,components,entrypoints,tests,bench}/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', 'tests/built/**', 'node_modules/**', ...store, ...simulation],
        },
      },
      { test: { ...shared, name: 'store', include: store, globalSetup: './api/store/test-setup.ts' } },
      ...[
        [0, 1],
        [2, 3],
      ].map((parts, at) => ({
        test: { ...shared, name: `simulation ${at + 1}`, include: simulation, provide: { parts } },
      })),
      { test: { ...shared, name: 'built', include: ['tests/built/**/*.test.ts'] } },
    ],
  },
});
