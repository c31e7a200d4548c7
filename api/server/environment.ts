import type { SignedIn } from '../auth/authenticate.ts';
import type { Store } from '../store/store.ts';

/** What every route can reach. */
export interface Environment {
  Variables: { caller: SignedIn };
}

export interface Services {
  store: Store;
  now: () => Date;
  /** Something that rows show was written: it is to be published. */
  onChange?: () => void;
}
