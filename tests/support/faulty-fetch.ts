import type { Fetch } from '../../lib/sync/api-fetch.ts';
import { problem } from './fake-api.ts';
import { pickOne } from './random.ts';

type Fault = (answer: Response) => Response | Promise<Response>;

async function changed(answer: Response, change: (bytes: Uint8Array) => Uint8Array): Promise<Response> {
  if (answer.status === 304) return answer;
  const bytes = change(new Uint8Array(await answer.arrayBuffer()));
  return new Response(new Uint8Array(bytes), { status: answer.status, headers: answer.headers });
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
};

/** A fetch that fails with some probability, in one of many ways. @param rate in [0, 1), asked each time */
export function faultyFetch(fetch: Fetch, random: () => number, rate: () => number): Fetch {
  return async (url, init) => {
    if (random() >= rate()) return fetch(url, init);
    const fault = FAULTS[pickOne(random, Object.keys(FAULTS))] as Fault;
    return fault(await fetch(url, init));
  };
}
