import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { HTTPException } from 'hono/http-exception';
import { UserError } from '../user-error.ts';
import type { Environment, Services } from './environment.ts';
import { ApiProblem, problemResponse } from './problem.ts';
import { cacheKey } from './routes/cache-key.ts';
import { clientPolicy } from './routes/client-policy.ts';
import { communications } from './routes/communications.ts';
import { feedback } from './routes/feedback.ts';
import { health } from './routes/health.ts';
import { imports } from './routes/imports.ts';
import { lookup } from './routes/lookup.ts';
import { manifest } from './routes/manifest.ts';
import { me } from './routes/me.ts';
import { overlays } from './routes/overlays.ts';
import { policies } from './routes/policies.ts';
import { portfolio } from './routes/portfolio.ts';
import { reference } from './routes/reference.ts';
import { tokens } from './routes/tokens.ts';
import { DEFAULT_LIMITS, type Limits, signIn } from './sign-in.ts';

/** The largest request is a look-up of 200 keys. */
const MAX_BODY_BYTES = 1_000_000;

export interface AppOptions extends Services {
  limits?: Limits;
  /** Address of the client, for limiting refused tokens. */
  addressOf?: (request: Request) => string;
  /** Told of every unexpected failure; the caller learns nothing of it. */
  onFailure?: (error: unknown) => void;
}

/** The API without a network: routes, rights, limits and headers. */
export function createApp(options: AppOptions): OpenAPIHono<Environment> {
  const { limits = DEFAULT_LIMITS, addressOf = () => '', onFailure = console.error } = options;
  const app = new OpenAPIHono<Environment>({
    defaultHook(result) {
      if (result.success) return;
      const [issue] = result.error.issues;
      const where = issue?.path.join('.') || result.target;
      throw new ApiProblem(
        'invalid-request',
        `${where}: ${issue?.message ?? 'invalid'}. See /reference for what is expected.`,
      );
    },
  });
  app.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
  });
  app.use(
    cors({
      origin: '*',
      allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
      allowHeaders: ['Authorization', 'Content-Type', 'If-None-Match'],
      exposeHeaders: ['ETag', 'Retry-After'],
      maxAge: 7_200,
    }),
  );
  app.use(
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: () => {
        throw new ApiProblem('invalid-request', 'The request is too large. Send at most 1 MB.', {
          status: 413,
        });
      },
    }),
  );
  health(app, options);
  reference(app);
  app.use('/v1/*', signIn(options, limits, addressOf));
  const signedIn = [
    me,
    manifest,
    lookup,
    overlays,
    tokens,
    imports,
    clientPolicy,
    feedback,
    communications,
    cacheKey,
    policies,
    portfolio,
  ];
  for (const routes of signedIn) routes(app, options);
  app.notFound((c) =>
    problemResponse(c, new ApiProblem('not-found', 'There is nothing here. See /reference.')),
  );
  app.onError((error, c) => problemResponse(c, asProblem(error, onFailure)));
  return app;
}

function asProblem(error: unknown, onFailure: (error: unknown) => void): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (error instanceof UserError) return new ApiProblem('invalid-request', error.message);
  if (error instanceof HTTPException && error.status < 500) {
    return new ApiProblem('invalid-request', `${error.message}. See /reference for what is expected.`);
  }
  onFailure(error);
  return new ApiProblem(
    'internal',
    'The API failed. Try again later; if it stays, tell operations (its log says more).',
  );
}
