import type { Role } from '../../lib/contract/me.ts';
import type { MoneyPrecision } from '../../lib/i18n/format.ts';

/** Operations read cents; everybody else whose role may see amounts reads them to ten units. */
export function moneyPrecision(role: Role): MoneyPrecision {
  return role === 'operations' ? 'cents' : 'tens';
}

/** Leads and operations know the terms of the contribution levels; other surfaces keep to plain words. */
export function readsTerms(role: Role): boolean {
  return role === 'lead' || role === 'operations';
}
