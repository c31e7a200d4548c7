import type { Assessment } from '../assessment.ts';
import type { Month, Policy } from '../types.ts';
import { wordingOf } from './account-templates.ts';
import { explainAccount } from './explain-account.ts';
import { type Params, placesOf } from './template.ts';

/** A reason as it travels: its section follows from the code. */
export interface RowReason {
  code: string;
  params: Params;
}

/** Position, state and ledger are engine state; without the right to see money their words stand in the state line. */
const FOR_EVERYBODY = /^(tier|level)\.|^source$/;

/**
 * The reasons of one assessment as rows carry them, with no more numbers than the sentences for this right show:
 * without the right to see money neither amounts nor engine state leave the server (domain §17.2).
 */
export function rowReasons(
  policy: Policy,
  account: Assessment,
  options: { asOf: Month; money: boolean },
): RowReason[] {
  const reasons = explainAccount(policy, account, options);
  const told = options.money ? reasons : reasons.filter(({ code }) => FOR_EVERYBODY.test(code));
  return told.map(({ code, params }) => {
    const places = (['de', 'en'] as const).flatMap((language) =>
      placesOf(wordingOf(code, language, options.money)),
    );
    const shown = Object.entries(params).filter(([name]) => places.includes(name));
    return { code, params: Object.fromEntries(shown) };
  });
}
