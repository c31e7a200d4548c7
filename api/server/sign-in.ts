import { createMiddleware } from 'hono/factory';
import { authenticate } from '../auth/authenticate.ts';
import type { Environment, Services } from './environment.ts';
import { ApiProblem } from './problem.ts';
import { createRateLimit, type Rate } from './rate-limit.ts';

export interface Limits {
  /** Requests of one person: a first sync fetches thousands of parts. */
  requests: Rate;
  /** Refused tokens from one address. */
  refusals: Rate;
}

export const DEFAULT_LIMITS: Limits = {
  requests: { burst: 20_000, perMinute: 6_000 },
  refusals: { burst: 30, perMinute: 10 },
};

/** Resolves the bearer token on every request, so that lost rights hold at once; limits how often one may ask. */
export function signIn({ store, now }: Services, limits: Limits, addressOf: (raw: Request) => string) {
  const requests = createRateLimit(limits.requests, () => now().getTime());
  const refusals = createRateLimit(limits.refusals, () => now().getTime());
  return createMiddleware<Environment>(async (c, next) => {
    const address = addressOf(c.req.raw);
    refuseIfWaiting(refusals.wait(address));
    const [, bearer] = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
    const found = bearer === undefined ? null : await authenticate(store, bearer, now());
    if (found?.kind === 'withdrawn') {
      throw new ApiProblem(
        'access-withdrawn',
        'This access token has been revoked. Ask operations for a new one.',
      );
    }
    if (found?.kind !== 'signed-in') {
      refusals.take(address);
      throw notSignedIn(bearer);
    }
    refuseIfWaiting(requests.take(found.caller.personId));
    c.set('caller', found.caller);
    await next();
  });
}

function notSignedIn(bearer: string | undefined): ApiProblem {
  const detail =
    bearer === undefined
      ? 'Send an access token: "Authorization: Bearer tl_…". Operations creates one with tierlens token create.'
      : 'The access token is unknown or has expired. Paste it again completely, or ask operations for a new one.';
  return new ApiProblem('not-signed-in', detail, { headers: { 'www-authenticate': 'Bearer' } });
}

function refuseIfWaiting(milliseconds: number): void {
  if (milliseconds <= 0) return;
  const seconds = Math.ceil(milliseconds / 1_000);
  throw new ApiProblem('too-many-requests', `Too many requests. Try again in ${seconds} seconds.`, {
    headers: { 'retry-after': String(seconds) },
  });
}
