/**
 * Every repeat count and matrix of the tests, in two columns: local (`npm test` ≤ 12 minutes on 2 cores)
 * and full (`CI=true`, ≤ 60 minutes). Every test exists in both columns.
 */
const full = process.env.CI === 'true';
const pick = (local: number, ci: number): number => (full ? ci : local);

export const budget = {
  full,
  /** Random portfolios per engine property. */
  propertyRuns: pick(200, 2_000),
  /** Browsers that run tests side by side: most tests wait half of their time. One leaves nothing to chance. */
  browsers: pick(3, 1),
  /** Accounts visited one after the other in the browser tour. */
  tourAccounts: pick(4, 20),
  /** Wheel turns down a long list. */
  scrollSteps: pick(15, 80),
  /** Looks of the gallery that share its views out among them, so that axe sees each view once; 1: in every look. */
  axeTurns: pick(2, 1),
  /** Times each CRM's page goes from record to record and back. */
  navigationRounds: pick(1, 8),
  /** How long (ms) the page of each CRM lags behind its address; the longest lag seen is 1.4 s. */
  pageLag: pick(300, 1_400),
  /** Seeds of the sync simulator. */
  syncSeeds: pick(10_000, 20_000),
  /** Sequences of changes whose publication is compared with a new evaluation. */
  changeSequences: pick(4, 20),
  /** Times the worker is killed at random during a sync. */
  workerKills: pick(3, 50),
  /** Times the whole browser is killed during a sync. */
  browserKills: pick(1, 10),
} as const;
