import { defineConfig } from '@playwright/test';
import { budget } from './tests/budget.ts';

/** Tests of the real build in a real browser. Tags: @main @crm @security @a11y @sync @pictures. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  globalSetup: './tests/e2e/global-setup.ts',
  outputDir: 'test-results/e2e',
  snapshotPathTemplate: 'tests/pictures/{arg}{ext}',
  workers: budget.browsers,
  fullyParallel: false,
  forbidOnly: process.env.CI === 'true',
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    ...(process.env.TIERLENS_E2E_REPORT
      ? [['json', { outputFile: process.env.TIERLENS_E2E_REPORT }] as ['json', { outputFile: string }]]
      : []),
  ],
  use: { locale: 'en-GB', viewport: { width: 1280, height: 800 } },
});
