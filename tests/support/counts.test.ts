import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addCounts, closingLine, readPlaywrightCounts, readVitestCounts } from './counts.ts';

const folder = mkdtempSync(join(tmpdir(), 'tierlens-counts-'));
function report(value: unknown): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(value));
  return path;
}

it('sums both runners into one line', () => {
  const unit = readVitestCounts(report({ numPassedTests: 7, numFailedTests: 0, numPendingTests: 1 }));
  const e2e = readPlaywrightCounts(report({ stats: { expected: 3, flaky: 1, unexpected: 2, skipped: 0 } }));
  expect(closingLine(addCounts(unit, e2e))).toBe('11 passed, 2 failed, 1 skipped');
  expect(closingLine({ passed: 1, failed: 0, skipped: 0 })).toBe('1 passed, 0 failed');
});

it('counts nothing when a run left no report', () => {
  expect(readVitestCounts(join(folder, 'absent.json'))).toEqual({ passed: 0, failed: 0, skipped: 0 });
});
