import type { z } from 'zod';
import { CacheKey } from '../contract/cache-key.ts';
import { ClientPolicy } from '../contract/client-policy.ts';
import { Communication, type CommunicationInput, CommunicationList } from '../contract/communications.ts';
import { Feedback, type FeedbackInput, FeedbackList } from '../contract/feedback.ts';
import { LookupResponse, MAX_LOOKUP_KEYS } from '../contract/lookup.ts';
import { type Manifest, type PartRef, PROTOCOL_VERSION } from '../contract/manifest.ts';
import { Me, TeamOverlays, type TeamOverlaysInput } from '../contract/me.ts';
import { readManifest } from '../contract/read-manifest.ts';
import { SyncError } from '../errors/sync-error.ts';
import { type ApiFetchOptions, type ApiRequest, apiFetch, apiOpen, type OpenAnswer } from './api-fetch.ts';
import { splitParts, type TakePart } from './split-parts.ts';

const SMALL = { maxBytes: 4 * 1024 * 1024, timeoutMs: 20_000 };
const MANIFEST = { maxBytes: 64 * 1024 * 1024, timeoutMs: 60_000 };
const PART_TIMEOUT_MS = 60_000;
/** A slower line than this is as good as none. */
const MIN_BYTES_PER_MS = 8;
const LONGEST_TIMEOUT_MS = 600_000;

/** The answer with all parts of a manifest, before any of it is read. */
export interface PartStream {
  /** Of the manifest whose parts these are. */
  etag: string | null;
  /** Hands the parts over, as `parts` does. @param refs all of that manifest, in the order of `partsInOrder` */
  read(refs: readonly PartRef[], take: TakePart): Promise<void>;
}

/** The API's end points that the extension uses; every method throws SyncError. */
export interface ApiClient {
  me(signal: AbortSignal): Promise<Me>;
  /** Key for what this device stores, 32 bytes in base64. */
  cacheKey(device: string, signal: AbortSignal): Promise<string>;
  clientPolicy(signal: AbortSignal): Promise<ClientPolicy>;
  /** Null where the manifest is still the one with `etag`. */
  manifest(
    etag: string | null,
    signal: AbortSignal,
  ): Promise<{ manifest: Manifest; etag: string | null } | null>;
  /** Several parts in one answer, at most 256, each handed over when it is complete; those before a failure count. */
  parts(refs: readonly PartRef[], take: TakePart, signal: AbortSignal): Promise<void>;
  /** All parts of the manifest in one answer: it can be asked before the manifest is known. */
  allParts(signal: AbortSignal): Promise<PartStream>;
  /** Read-through; at most 200 keys. */
  lookup(keys: readonly string[], signal: AbortSignal): Promise<LookupResponse>;
  putTeamOverlays(team: string, input: TeamOverlaysInput, signal: AbortSignal): Promise<TeamOverlays>;
  /** One's own reports, or (operations) all that wait for an answer. */
  feedback(which: 'mine' | 'open', signal: AbortSignal): Promise<Feedback[]>;
  sendFeedback(input: FeedbackInput, signal: AbortSignal): Promise<Feedback>;
  answerFeedback(id: string, text: string, signal: AbortSignal): Promise<Feedback>;
  communications(accountId: string, signal: AbortSignal): Promise<Communication[]>;
  sendCommunication(input: CommunicationInput, signal: AbortSignal): Promise<Communication>;
}

export function createApiClient(options: ApiFetchOptions): ApiClient {
  const json = async <S extends z.ZodType>(
    schema: S,
    request: ApiRequest,
    wrongShape: 'not-an-api' | 'bad-data' = 'bad-data',
  ): Promise<z.output<S>> => {
    const { bytes } = await apiFetch(options, request);
    return check(schema, parseJson(bytes), wrongShape);
  };
  const pack = async (
    path: string,
    how: Pick<ApiRequest, 'method' | 'body'>,
    refs: readonly PartRef[],
    take: TakePart,
    signal: AbortSignal,
  ): Promise<void> => {
    const request = { path, ...how, timeoutMs: patience(bytesOf(refs)), signal };
    await readParts(await apiOpen(options, request), refs, take);
  };
  return {
    me: (signal) => json(Me, { path: '/v1/me', ...SMALL, signal }, 'not-an-api'),
    async cacheKey(device, signal) {
      const request = { path: '/v1/cache-key', method: 'POST', body: { device }, ...SMALL, signal } as const;
      return (await json(CacheKey, request)).key;
    },
    clientPolicy: (signal) => json(ClientPolicy, { path: '/v1/client-policy', ...SMALL, signal }),
    async manifest(etag, signal) {
      const answer = await apiFetch(options, { path: '/v1/manifest', etag, ...MANIFEST, signal });
      if (answer.status === 304) return null;
      const value = parseJson(answer.bytes);
      const protocol = (value as { protocol?: unknown } | null)?.protocol;
      if (typeof protocol === 'number' && protocol > PROTOCOL_VERSION) throw new SyncError('api-too-new');
      const manifest = readManifest(value);
      if (manifest === null) throw new SyncError('bad-data', { cause: 'no manifest' });
      return { manifest, etag: answer.etag };
    },
    async parts(refs, take, signal) {
      const digests = refs.map(({ digest }) => digest);
      try {
        await pack('/v1/parts', { method: 'POST', body: { digests } }, refs, take, signal);
      } catch (error) {
        if (!isUnknownAddress(error)) throw error;
        // An API from before there were packs; or one part is gone, and the others may still be had.
        for (const ref of refs) await pack(`/v1/parts/${ref.digest}`, {}, [ref], take, signal);
      }
    },
    async allParts(signal) {
      // How long it may take is known only once it is known what comes.
      const late = new AbortController();
      const limited = <T>(ms: number, work: Promise<T>): Promise<T> => {
        const timer = setTimeout(() => late.abort(), ms);
        return work.finally(() => clearTimeout(timer));
      };
      const either = AbortSignal.any([signal, late.signal]);
      const request = { path: '/v1/parts', timeoutMs: LONGEST_TIMEOUT_MS, signal: either };
      const answer = await limited(PART_TIMEOUT_MS, apiOpen(options, request));
      return {
        etag: answer.etag,
        read: (refs, take) => limited(patience(bytesOf(refs)), readParts(answer, refs, take)),
      };
    },
    async lookup(keys, signal) {
      const body = { keys: keys.slice(0, MAX_LOOKUP_KEYS) };
      return json(LookupResponse, { path: '/v1/lookup', method: 'POST', body, ...SMALL, signal });
    },
    putTeamOverlays(team, body, signal) {
      const path = `/v1/teams/${encodeURIComponent(team)}/overlays`;
      return json(TeamOverlays, { path, method: 'PUT', body, ...SMALL, signal });
    },
    async feedback(which, signal) {
      return (await json(FeedbackList, { path: `/v1/feedback?${which}=true`, ...SMALL, signal })).feedback;
    },
    sendFeedback: (body, signal) =>
      json(Feedback, { path: '/v1/feedback', method: 'POST', body, ...SMALL, signal }),
    answerFeedback(id, text, signal) {
      const path = `/v1/feedback/${encodeURIComponent(id)}/answer`;
      return json(Feedback, { path, method: 'POST', body: { text }, ...SMALL, signal });
    },
    async communications(accountId, signal) {
      const path = `/v1/communications?account=${encodeURIComponent(accountId)}`;
      return (await json(CommunicationList, { path, ...SMALL, signal })).communications;
    },
    sendCommunication: (body, signal) =>
      json(Communication, { path: '/v1/communications', method: 'POST', body, ...SMALL, signal }),
  };
}

function bytesOf(refs: readonly PartRef[]): number {
  return refs.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Time for so many bytes, ms. */
function patience(bytes: number): number {
  return Math.min(PART_TIMEOUT_MS + Math.ceil(bytes / MIN_BYTES_PER_MS), LONGEST_TIMEOUT_MS);
}

/** Cuts an answer into its parts. One byte more than promised is enough to know that they are others. */
async function readParts(answer: OpenAnswer, refs: readonly PartRef[], take: TakePart): Promise<void> {
  const split = splitParts(refs, take);
  await answer.read(split.push, bytesOf(refs));
  split.end();
}

function isUnknownAddress(error: unknown): boolean {
  return (
    error instanceof SyncError && ['not-found', 'status 404', 'status 405'].includes(String(error.cause))
  );
}

function parseJson(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    // A captive portal's or proxy's page, or an answer cut short.
    throw new SyncError('not-an-api', { cause });
  }
}

function check<S extends z.ZodType>(schema: S, value: unknown, kind: 'not-an-api' | 'bad-data'): z.output<S> {
  const result = schema.safeParse(value);
  if (!result.success) throw new SyncError(kind, { cause: result.error });
  return result.data;
}
