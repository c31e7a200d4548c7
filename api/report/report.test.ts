import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFiles } from '../import/import-files.ts';
import type { Store } from '../store/store.ts';
import { openTestStore } from '../store/test-store.ts';
import { SMALL_COMPANY, TODAY, writeFiles } from '../test-company.ts';
import { report } from './report.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
  await importFiles(store, writeFiles(SMALL_COMPANY), { now: TODAY });
});
afterAll(() => store.close());

describe('report', () => {
  it('covers everything booked, care at the rate of its day included, own fault and unassigned care left out', async () => {
    // a1 38,400 − 270 − 30; a2 14,468; a3 7,954; a4 900 − 2,700 − 9.75.
    expect(await report(store)).toMatchObject({
      period: { from: '2025-11-03', to: '2026-03-10' },
      whaleCurve: {
        accounts: 4,
        unprofitable: 1,
        total: 3_810_000 + 1_446_800 + 795_400 - 180_975,
        peakAt: 3,
        topFifth: 1,
      },
      ledger: {
        surplus: 6_052_200,
        deficit: 180_975,
        transferred: 180_975,
        uncovered: 0,
        subsidyRatio: '0.029902',
      },
      care: 'partly',
    });
  });

  it('keeps to the days asked for, both included', async () => {
    const totalOf = async (options: Parameters<typeof report>[1]) =>
      (await report(store, options)).whaleCurve.total;
    expect(await totalOf({ from: '2025-11-03', to: '2025-11-03' })).toBe(4_200_000);
    expect(await totalOf({ from: '2025-12-01', to: '2025-12-01' })).toBe(-360_000);
    expect(await totalOf({ asOf: '2025-11-09' })).toBe(4_200_000 + 1_446_800);
    expect((await report(store, { asOf: '2025-11-09' })).care).toBe('unknown');
  });

  it('judges the limits of care, levels and states at the last whole month', async () => {
    const { limits } = await report(store);
    expect(limits.map(({ limit, pool }) => [limit, pool])).toEqual([
      ['L1', 'field'],
      ['L1', 'inside'],
      ['L2', null],
      ['L3', null],
      ['L4', null],
      ['L5', null],
    ]);
    // Three at the top, 59 of 365 days: 349 field minutes each, none delivered; a4 got ten visits without any.
    const field = (0 + 3 * 349) / (3 * 349);
    expect(limits[0]).toMatchObject({ ratio: field.toFixed(4), alarm: 'green' });
    expect(limits[4]).toMatchObject({ ratio: '0.0000', alarm: 'green' });
  });

  it('says nothing of care and states where no care was logged, and nothing of promises without capacity', async () => {
    const { limits, care } = await report(store, { asOf: '2025-11-09' });
    expect(care).toBe('unknown');
    expect(limits.map(({ limit }) => limit)).toEqual(['L2', 'L3', 'L5']);
  });

  it('gives no percentages where there is nothing to share', async () => {
    const { whaleCurve, ledger } = await report(store, { from: '2025-12-01', to: '2025-12-31' });
    expect(whaleCurve).toMatchObject({ peakPercent: null, topFifthPercent: null });
    expect(ledger).toMatchObject({ surplus: 0, transferred: 0, uncovered: 360_000, subsidyRatio: null });
  });

  it('says so where nothing is booked', async () => {
    await expect(report(store, { from: '2020-01-01', to: '2020-12-31' })).rejects.toThrow(
      /Nothing has been booked/,
    );
  });
});
