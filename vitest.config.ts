import { defineConfig } from 'vitest/config';

const shared = { testTimeout: 20_000, hookTimeout: 60_000 };

/** `unit` needs nothing but the source; `built` looks at the output of `npm run build`. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['{lib,api,demo,components,entrypoints,tests,bench}/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', 'tests/built/**', 'node_modules/**'],
        },
      },
      { test: { ...shared, name: 'built', include: ['tests/built/**/*.test.ts'] } },
    ],
  },
});
