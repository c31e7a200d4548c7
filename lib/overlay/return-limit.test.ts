import { expect, it } from 'vitest';
import { createReturnLimit } from './return-limit.ts';

it('lets ordinary re-rendering go on for ever', () => {
  const advise = createReturnLimit();
  for (let now = 0; now < 3_600_000; now += 700) expect(advise(now)).toEqual({ act: 'return' });
});

it('pauses longer and longer on a page that fights, and gives up at last', () => {
  const advise = createReturnLimit();
  const pauses: number[] = [];
  let now = 0;
  for (let i = 0; i < 1_000; i++) {
    const advice = advise(now);
    if (advice.act === 'surrender') break;
    if (advice.act === 'later') pauses.push(advice.inMs);
    now += advice.act === 'later' ? advice.inMs : 20;
  }
  expect(pauses).toEqual([500, 1_000, 2_000, 4_000]);
  expect(advise(now).act).toBe('return');
  expect(now).toBeLessThan(10_000);
});
