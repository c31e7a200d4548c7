import type { Migration } from 'kysely/migration';
import * as halfEvenCents from './001-half-even-cents.ts';
import * as company from './002-company.ts';
import * as bookings from './003-bookings.ts';
import * as publication from './004-publication.ts';
import * as access from './005-access.ts';
import * as clientPolicy from './006-client-policy.ts';
import * as feedback from './007-feedback.ts';
import * as cacheKeys from './008-cache-keys.ts';
import * as policyVersions from './009-policy-versions.ts';
import * as overridesReferrals from './010-overrides-referrals.ts';
import * as companyFigures from './011-company-figures.ts';
import * as potential from './012-potential.ts';
import * as groupEvents from './013-group-events.ts';
import * as changes from './014-changes.ts';
import * as aliases from './015-aliases.ts';
import * as seasons from './016-seasons.ts';
import * as partFormat from './017-part-format.ts';

/** Append only: a migration that has been released is never edited. Names sort in the order they run. */
export const migrations: Readonly<Record<string, Migration>> = {
  '001-half-even-cents': halfEvenCents,
  '002-company': company,
  '003-bookings': bookings,
  '004-publication': publication,
  '005-access': access,
  '006-client-policy': clientPolicy,
  '007-feedback': feedback,
  '008-cache-keys': cacheKeys,
  '009-policy-versions': policyVersions,
  '010-overrides-referrals': overridesReferrals,
  '011-company-figures': companyFigures,
  '012-potential': potential,
  '013-group-events': groupEvents,
  '014-changes': changes,
  '015-aliases': aliases,
  '016-seasons': seasons,
  '017-part-format': partFormat,
};
