import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { PROBLEM_TYPE, type Problem, type ProblemCode } from '../../lib/contract/problem.ts';

const KINDS: Readonly<Record<ProblemCode, { status: ContentfulStatusCode; title: string }>> = {
  'not-signed-in': { status: 401, title: 'Not signed in' },
  'access-withdrawn': { status: 403, title: 'Access withdrawn' },
  forbidden: { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'Not found' },
  'start-over': { status: 410, title: 'Start over' },
  'invalid-request': { status: 400, title: 'Invalid request' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'not-published': { status: 404, title: 'Nothing published yet' },
  internal: { status: 500, title: 'Internal error' },
};

/** A refusal; `detail` says what to do. Thrown in routes, answered as `application/problem+json`. */
export class ApiProblem extends Error {
  readonly code: ProblemCode;
  readonly headers: Readonly<Record<string, string>>;
  readonly status: ContentfulStatusCode;

  constructor(
    code: ProblemCode,
    detail: string,
    options: { headers?: Record<string, string>; status?: ContentfulStatusCode } = {},
  ) {
    super(detail);
    this.code = code;
    this.headers = options.headers ?? {};
    this.status = options.status ?? KINDS[code].status;
  }
}

export function problemResponse(c: Context, { code, message, headers, status }: ApiProblem): Response {
  const body: Problem = { type: `${PROBLEM_TYPE}${code}`, title: KINDS[code].title, status, detail: message };
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json', ...headers });
}
