import type { SignedIn } from '../auth/authenticate.ts';
import { ApiProblem } from './problem.ts';

/** The caller, where it is operations. */
export function requireOperations(caller: SignedIn): SignedIn {
  if (caller.role === 'operations') return caller;
  throw new ApiProblem('forbidden', 'Only operations may do this. Ask them.');
}
