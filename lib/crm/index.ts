import { cloudCrms } from './cloud-crms.ts';
import { createMatcher } from './create-matcher.ts';
import { selfHostedCrms } from './self-hosted-crms.ts';

/** All CRMs, for programs that are not counted in kilobytes; content scripts take one of the two lists. */
export const { adapters, adapterOf, matchUrl, readPage } = createMatcher([
  ...new Set([...cloudCrms, ...selfHostedCrms]),
]);
