import type { Fetch } from '../../lib/sync/api-fetch.ts';
import { problem } from './fake-api.ts';
import { pickOne } from './random.ts';

type Fault = (answer: Response) => Response | Promise<Response>;

async function changed(answer: Response, change: (bytes: Uint8Array) => Uint8Array): Promise<Response> {
  if (answer.status === 304) return answer;
  const bytes = change(new Uint8Array(await answer.arrayBuffer()));
  return new Response(new Uint8Array(bytes), { status: answer.status, headers: answer.headers });
}

async function copies({ status, headers, body }: Response): Promise<() => Response> {
  const bytes = body === null ? null : await new Response(body).arrayBuffer();
  return () => new Response(bytes, { status, headers });
}

/** What networks, proxies and servers do to answers. */
const FAULTS: Record<string, Fault> = {
  drop: () => Promise.reject(new TypeError('Failed to fetch')),
  truncate: (answer) => changed(answer, (bytes) => bytes.subarray(0, bytes.length >> 1)),
  empty: (answer) => changed(answer, () => new Uint8Array()),
  'flip a byte': (answer) =>
    changed(answer, (bytes) => bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 0x20 : byte))),
  'portal page': () =>
    new Response('<html>Sign in to the Wi-Fi</html>', { headers: { 'content-type': 'text/html' } }),
  'proxy says 401': () => new Response('<html>', { status: 401 }),
  'proxy says 403': () => new Response('<html>', { status: 403 }),
  'proxy says 410': () => new Response('<html>', { status: 410 }),
  '429': () => new Response('', { status: 429, headers: { 'retry-after': '3' } }),
  '503': () => new Response('', { status: 503, headers: { 'retry-after': 'Wed, 21 Oct 2099 07:28:00 GMT' } }),
  '500': () => problem(500, 'internal'),
  'start over': () => problem(410, 'start-over'),
  'not published': () => problem(404, 'not-published'),
};
/** Ends of a sign-in: rare, or nothing else would ever happen. */
const ENDS: Record<string, Fault> = {
  'token expired': () => problem(401, 'not-signed-in'),
  'access withdrawn': () => problem(403, 'access-withdrawn'),
};
const END_RATE = 0.05;
const NAMES = Object.keys(FAULTS);
const END_NAMES = Object.keys(ENDS);

export interface FaultyFetchOptions {
  random: () => number;
  /** Probability of a fault, asked each time. */
  rate: () => number;
  /** Earlier answers by address, which a proxy may serve again; empty it when the reader changes. */
  seen: Map<string, () => Response>;
  /** Called between question and answer. */
  midway?: () => void;
}

/** A fetch that drops, delays, reorders, duplicates, truncates and damages answers with some probability. */
export function faultyFetch(fetch: Fetch, { random, rate, seen, midway }: FaultyFetchOptions): Fetch {
  return async (url, init) => {
    const turns = random() < rate() ? Math.floor(random() * 40) : 0;
    for (let turn = 0; turn < turns; turn++) await null;
    if (random() >= rate()) return fetch(url, init);
    const what = random();
    if (what < 0.15) {
      // Sent twice by the network; the first answer is lost.
      await fetch(url, init);
      midway?.();
      return fetch(url, init);
    }
    const stale = seen.get(url);
    if (what < 0.3 && stale !== undefined) return stale();
    const answer = await fetch(url, init);
    if (what < 0.45) {
      const again = await copies(answer);
      if (answer.status === 200) seen.set(url, again);
      midway?.();
      return again();
    }
    const ends = random() < END_RATE;
    const fault = ends ? ENDS[pickOne(random, END_NAMES)] : FAULTS[pickOne(random, NAMES)];
    return (fault as Fault)(answer);
  };
}
