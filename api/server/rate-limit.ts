/** How often one client may ask: `burst` at once, refilled evenly. */
export interface Rate {
  burst: number;
  perMinute: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

const MINUTE = 60_000;
/** Full buckets are forgotten from this many on, so that the memory stays bounded. */
const SWEEP_FROM = 10_000;

/**
 * Token buckets by client. `take` returns the milliseconds to wait, 0 where the request may pass; `wait` tells
 * the same without taking.
 */
export function createRateLimit({ burst, perMinute }: Rate, clock: () => number) {
  const buckets = new Map<string, Bucket>();
  const current = (client: string): Bucket => {
    const at = clock();
    const { tokens, at: before } = buckets.get(client) ?? { tokens: burst, at };
    // A clock that is set back refills nothing, and takes nothing away.
    const passed = Math.max(0, at - before);
    return { tokens: Math.min(burst, tokens + (passed * perMinute) / MINUTE), at };
  };
  const waitOf = ({ tokens }: Bucket) => (tokens >= 1 ? 0 : Math.ceil(((1 - tokens) * MINUTE) / perMinute));
  const sweep = () => {
    for (const client of buckets.keys()) if (current(client).tokens >= burst) buckets.delete(client);
  };
  return {
    wait: (client: string): number => waitOf(current(client)),
    take(client: string): number {
      if (buckets.size >= SWEEP_FROM) sweep();
      const bucket = current(client);
      const wait = waitOf(bucket);
      buckets.set(client, wait === 0 ? { ...bucket, tokens: bucket.tokens - 1 } : bucket);
      return wait;
    },
  };
}
