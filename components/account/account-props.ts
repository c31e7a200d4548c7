import type { Role } from '../../lib/contract/me.ts';
import type { AccountView } from '../../lib/contract/page-messages.ts';
import type { PolicyWords } from '../../lib/contract/policy-words.ts';

/** What every part of an account's view needs. */
export interface AccountProps {
  account: AccountView;
  policy: PolicyWords;
  role: Role;
  /** False where the sign is switched off: tier and package are shown, who carries whom is not. */
  sign: boolean;
}
