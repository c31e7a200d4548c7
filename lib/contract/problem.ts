import { z } from 'zod';

export const PROBLEM_TYPE = 'https://tierlens.invalid/problems/';

/** `application/problem+json` (RFC 9457); `type` starts with our prefix, `detail` says what to do. */
export const Problem = z.object({
  type: z.string().startsWith(PROBLEM_TYPE),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
});
export type Problem = z.infer<typeof Problem>;

/** Last part of `type`. `access-withdrawn` (403) wipes the cache, `start-over` (410) fetches all anew. */
export const PROBLEM_CODES = [
  'not-signed-in',
  'access-withdrawn',
  'forbidden',
  'not-found',
  'start-over',
  'invalid-request',
  'too-many-requests',
  'not-published',
  'internal',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];
