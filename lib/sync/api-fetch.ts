import { PROBLEM_TYPE, Problem } from '../contract/problem.ts';
import { type FailureKind, SyncError } from '../errors/sync-error.ts';
import { joinBytes } from '../util/join-bytes.ts';
import { parseRetryAfter } from './backoff.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface ApiFetchOptions {
  /** Spelled by `normaliseApiAddress`. Nothing else is ever asked. */
  baseUrl: string;
  token: string;
  fetch: Fetch;
  /** Clock, ms. */
  now: () => number;
}

export interface ApiRequest {
  /** Path below the API's address, with a leading slash. */
  path: string;
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  etag?: string | null;
  /** A longer answer is refused while it arrives. */
  maxBytes: number;
  /** Time for the whole exchange, body included: an answer that drips is given up. */
  timeoutMs: number;
  signal: AbortSignal;
}

/** A refusal is read whole before it is believed: proxies send long pages. */
const REFUSAL_BYTES = 4 * 1024 * 1024;

export interface ApiAnswer {
  status: number;
  etag: string | null;
  bytes: ArrayBuffer;
}

/** An answer whose body is still to be read. */
export interface OpenAnswer {
  status: number;
  etag: string | null;
  /**
   * Hands the body over piece by piece, as it arrives. What `take` returns is waited for: nothing more is read meanwhile.
   * @throws SyncError where it is longer than `maxBytes`, or ends before its end
   */
  read(take: (piece: Uint8Array<ArrayBuffer>) => void | Promise<void>, maxBytes: number): Promise<void>;
}

/**
 * The one way out of the extension: one origin, no cookies, no redirects, nothing in the HTTP cache.
 * @returns answers with status 200–299 and 304
 * @throws SyncError for everything else
 */
export async function apiFetch(options: ApiFetchOptions, request: ApiRequest): Promise<ApiAnswer> {
  const { status, etag, read } = await apiOpen(options, request);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  await read((piece) => void pieces.push(piece), request.maxBytes);
  return { status, etag, bytes: joinBytes(pieces).buffer };
}

/** The same as `apiFetch`, whose body is read later. */
export async function apiOpen(
  options: ApiFetchOptions,
  request: Omit<ApiRequest, 'maxBytes'>,
): Promise<OpenAnswer> {
  const url = new URL(`${options.baseUrl}${request.path}`);
  if (url.origin !== new URL(options.baseUrl).origin)
    throw new SyncError('offline', { cause: 'foreign origin' });
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(request.timeoutMs)]);
  const response = await send(options, request, url, signal);
  const { status } = response;
  if (response.ok || status === 304) {
    const read: OpenAnswer['read'] = async (take, maxBytes) => {
      if (status !== 304) await readBody(response, maxBytes, take, signal);
    };
    return { status, etag: response.headers.get('etag'), read };
  }
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  await readBody(response, REFUSAL_BYTES, (piece) => void pieces.push(piece), signal);
  throw refusal(response, joinBytes(pieces).buffer, options.now());
}

async function send(
  options: ApiFetchOptions,
  request: Omit<ApiRequest, 'maxBytes'>,
  url: URL,
  signal: AbortSignal,
): Promise<Response> {
  const headers: Record<string, string> = { authorization: `Bearer ${options.token}` };
  if (request.etag) headers['if-none-match'] = request.etag;
  if (request.body !== undefined) headers['content-type'] = 'application/json';
  try {
    return await options.fetch(url.href, {
      method: request.method ?? 'GET',
      headers,
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      redirect: 'error',
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal,
    });
  } catch (cause) {
    throw new SyncError('offline', { cause });
  }
}

async function readBody(
  response: Response,
  maxBytes: number,
  take: (piece: Uint8Array<ArrayBuffer>) => void | Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  let size = 0;
  try {
    for await (const piece of response.body ?? []) {
      signal.throwIfAborted();
      size += piece.byteLength;
      if (size > maxBytes)
        throw new SyncError('bad-data', { cause: `answer is longer than ${maxBytes} bytes` });
      await take(piece);
    }
  } catch (cause) {
    throw cause instanceof SyncError ? cause : new SyncError('offline', { cause });
  }
}

/** Only our own problem documents may take something away; any proxy can answer 401, 403 or 410. */
function refusal(response: Response, bytes: ArrayBuffer, now: number): SyncError {
  const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'), now);
  const code = problemCode(response, bytes);
  if (code !== null) return new SyncError(kindOfProblem(code), { retryAfterMs, cause: code });
  const kind = response.status >= 500 || response.status === 429 ? 'server-error' : 'not-an-api';
  return new SyncError(kind, { retryAfterMs, cause: `status ${response.status}` });
}

function problemCode(response: Response, bytes: ArrayBuffer): string | null {
  if (!/^application\/problem\+json\b/i.test(response.headers.get('content-type') ?? '')) return null;
  try {
    const problem = Problem.parse(JSON.parse(new TextDecoder().decode(bytes)));
    return problem.status === response.status ? problem.type.slice(PROBLEM_TYPE.length) : null;
  } catch {
    return null;
  }
}

function kindOfProblem(code: string): FailureKind {
  switch (code) {
    case 'not-signed-in':
      return 'wrong-token';
    case 'access-withdrawn':
      return 'access-withdrawn';
    case 'start-over':
      return 'start-over';
    case 'not-published':
      return 'not-published';
    // A part or right that is gone between two requests: the next manifest knows.
    case 'forbidden':
    case 'not-found':
    case 'invalid-request':
      return 'bad-data';
    default:
      return 'server-error';
  }
}

/**
 * Does anything at all answer there? Asked without token and without reading the answer, to tell a wrong
 * address (whose pages the browser keeps from us) from a server that is down.
 */
export async function answersAtAll(baseUrl: string, fetch: Fetch, signal: AbortSignal): Promise<boolean> {
  try {
    await fetch(baseUrl, {
      mode: 'no-cors',
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal,
    });
    return true;
  } catch {
    return false;
  }
}
