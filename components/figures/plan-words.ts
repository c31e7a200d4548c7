import type { PolicyWords } from '../../lib/contract/policy-words.ts';
import type { AdvisorOutcome, AdvisorPlan, PlanLever } from '../../lib/engine/advisor-outcome.ts';
import type { Format, MoneyPrecision } from '../../lib/i18n/format.ts';
import { activityName, levelName, midSentence } from '../../lib/i18n/policy-names.ts';
import type { Translator } from '../../lib/i18n/translator.ts';
import type { AdvisorBasis } from './advisor-input.ts';

export interface PlanWording {
  basis: AdvisorBasis;
  policy: PolicyWords;
  precision: MoneyPrecision;
  t: Translator;
  format: Format;
}

/** The levers of a plan that are pulled, in the order of the sliders, as parts of a sentence. */
export function planParts(plan: AdvisorPlan, wording: PlanWording): { lever: PlanLever; text: string }[] {
  const { basis, policy, t, format } = wording;
  const { types } = basis.facts;
  const named = (type: string, count: number) =>
    midSentence(activityName(policy, type, count, t.language), t.language);
  const counted = (type: string, count: number) => `${format.integer(count)} ${named(type, count)}`;
  const parts: { lever: PlanLever; text: string }[] = [];
  const add = (lever: PlanLever, text: string) => parts.push({ lever, text });
  if (plan.level !== null)
    add('package', t('advisor.part.package', { level: levelName(policy, plan.level, t.language) }));
  if (plan.shiftVisits > 0) {
    const visits = counted(types.visit, plan.shiftVisits);
    add('shift', t('advisor.part.shift', { visits, video: named(types.video, plan.shiftVisits) }));
  }
  if (plan.dropVisits > 0)
    add('drop', t('advisor.part.drop', { activity: counted(types.visit, plan.dropVisits) }));
  if (plan.deflectCalls > 0)
    add('calls', t('advisor.part.drop', { activity: counted(types.call, plan.deflectCalls) }));
  if (plan.priceHalfPercent > 0)
    add('price', t('advisor.part.price', { percent: format.halfPercent(plan.priceHalfPercent) }));
  if (plan.feePerMonth > 0)
    add('fee', t('advisor.part.fee', { amount: format.money(plan.feePerMonth, 'cents') }));
  return parts;
}

/** What comes of a plan, in one sentence: the same levers always read the same. */
export function planSentence(plan: AdvisorPlan, outcome: AdvisorOutcome, wording: PlanWording): string {
  const { precision, t, format } = wording;
  const amount = format.signedMoney(outcome.db3, precision);
  const levers = format.list(planParts(plan, wording).map(({ text }) => text));
  if (levers === '') {
    return t('advisor.asIs', { amount, missing: format.money(outcome.missing, precision) });
  }
  return t(outcome.missing === 0 ? 'advisor.enough' : 'advisor.short', { levers, amount });
}
