import { type Dispatch, useId } from 'react';
import type { AdvisorPlan } from '../../lib/engine/advisor-outcome.ts';
import { levelName } from '../../lib/i18n/policy-names.ts';
import { feeScale } from './fee-scale.ts';
import { leverNames } from './lever-names.ts';
import { LeverSlider } from './lever-slider.tsx';
import type { PlanAction } from './plan-history.ts';
import type { PlanWording } from './plan-words.ts';

interface LeverPanelProps {
  plan: AdvisorPlan;
  wording: PlanWording;
  onChange: Dispatch<PlanAction>;
}

/** Package, visits, calls, price and fee. What care cannot cure, or a package settles, is switched off. */
export function LeverPanel({ plan, wording, onChange }: LeverPanelProps) {
  const { basis, policy, t, format } = wording;
  const { input, terms } = basis;
  const id = useId();
  const names = leverNames(basis.facts, policy, t);
  const beforeCare = input.db2 < 0;
  const fixed = beforeCare || plan.level !== null;
  const fee = feeScale(Math.ceil(-input.db3 / 12));
  const settle = () => onChange({ kind: 'settle' });
  const move = (lever: keyof AdvisorPlan) => (value: number) => onChange({ kind: 'move', lever, value });
  const of = (count: number, all: number) =>
    t('advisor.value.of', { count: format.integer(count), all: format.integer(all) });
  return (
    <div className="levers">
      <div className="lever">
        <label className="lever-name" htmlFor={id}>
          {t('advisor.package')}
        </label>
        <select
          id={id}
          className="lever-choice"
          value={plan.level ?? ''}
          disabled={beforeCare}
          onChange={(event) =>
            onChange({ kind: 'set', plan: { ...plan, level: event.currentTarget.value || null } })
          }
        >
          <option value="">{t('advisor.package.asIs')}</option>
          {terms.packages.map(({ level, cost }) => (
            <option key={level} value={level}>
              {levelName(policy, level, t.language)} ({format.money(cost, 'cents')})
            </option>
          ))}
        </select>
        {plan.level === null ? null : <p className="small">{t('advisor.package.rules')}</p>}
      </div>
      <LeverSlider
        label={names.shift}
        value={plan.shiftVisits}
        max={input.visits}
        text={of(plan.shiftVisits, input.visits)}
        disabled={fixed || input.visits === 0}
        onMove={move('shiftVisits')}
        onSettle={settle}
      />
      <LeverSlider
        label={names.drop}
        value={plan.dropVisits}
        max={input.visits}
        text={of(plan.dropVisits, input.visits)}
        disabled={fixed || input.visits === 0}
        onMove={move('dropVisits')}
        onSettle={settle}
      />
      <LeverSlider
        label={names.calls}
        value={plan.deflectCalls}
        max={input.calls}
        text={of(plan.deflectCalls, input.calls)}
        disabled={fixed || input.calls === 0}
        onMove={move('deflectCalls')}
        onSettle={settle}
      />
      <LeverSlider
        label={names.price}
        value={plan.priceHalfPercent}
        max={terms.weights.priceMaxHalfPercent}
        text={format.halfPercent(plan.priceHalfPercent)}
        disabled={input.net <= 0}
        onMove={move('priceHalfPercent')}
        onSettle={settle}
      />
      <LeverSlider
        label={names.fee}
        value={plan.feePerMonth}
        max={fee.max}
        step={fee.step}
        text={format.money(plan.feePerMonth, 'cents')}
        onMove={move('feePerMonth')}
        onSettle={settle}
      />
    </div>
  );
}
