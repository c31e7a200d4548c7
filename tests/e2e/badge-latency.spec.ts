import { expect, test } from '@playwright/test';
import { inLab } from '../../bench/sync/lab.ts';
import { measureBadge } from '../../bench/sync/measure-badge.ts';

test('the badge appears beside a header, whether the worker runs or has to start; each time is measured @sync', async () => {
  for await (const times of inLab(async function* (lab) {
    yield await measureBadge(lab, { accounts: 600, warm: 4, cold: 2 });
  })) {
    expect([times.warm.length, times.cold.length, times.load.length]).toEqual([4, 2, 2]);
    for (const ms of Object.values(times).flat()) expect(ms).toBeGreaterThan(0);
  }
});
