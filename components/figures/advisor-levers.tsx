import { useReducer, useState } from 'react';
import type { MoneyRow } from '../../lib/contract/money-row.ts';
import { adviseMix } from '../../lib/engine/advisor.ts';
import { clampPlan, NO_PLAN, outcomeOf, planOfMix } from '../../lib/engine/advisor-outcome.ts';
import { AdvisorChart } from './advisor-chart.tsx';
import { LeverPanel } from './lever-panel.tsx';
import { LeversAlone } from './levers-alone.tsx';
import { changePlan, FIRST_PLAN } from './plan-history.ts';
import { type PlanWording, planSentence } from './plan-words.ts';

interface AdvisorLeversProps {
  money: MoneyRow;
  wording: PlanWording;
}

/** The levers, what comes of them, the engine's proposal, and the way back. */
export function AdvisorLevers({ money, wording }: AdvisorLeversProps) {
  const { basis, t } = wording;
  const [history, change] = useReducer(changePlan, FIRST_PLAN);
  const [failed, setFailed] = useState(false);
  const plan = clampPlan(basis.terms, basis.input, history.plan);
  const outcome = outcomeOf(basis.terms, basis.input, plan);
  const beforeCare = money.db2 < 0;
  const propose = () => {
    const mix = adviseMix(basis.terms, basis.input);
    setFailed(mix === null);
    if (mix) change({ kind: 'set', plan: planOfMix(mix) });
  };
  return (
    <>
      {beforeCare ? <p className="notice">{t('advisor.beforeCare')}</p> : null}
      <p className="advisor-outcome" role="status">
        {planSentence(plan, outcome, wording)}
      </p>
      <AdvisorChart money={money} plan={plan} outcome={outcome} wording={wording} />
      <LeverPanel plan={plan} wording={wording} onChange={change} />
      <p className="actions">
        {beforeCare ? null : (
          <button type="button" className="button" onClick={propose}>
            {t('advisor.propose')}
          </button>
        )}
        <button
          type="button"
          className="button button-quiet"
          disabled={history.past.length === 0}
          onClick={() => change({ kind: 'undo' })}
        >
          {t('advisor.undo')}
        </button>
        <button
          type="button"
          className="button button-quiet"
          disabled={history.plan === NO_PLAN}
          onClick={() => change({ kind: 'set', plan: NO_PLAN })}
        >
          {t('advisor.reset')}
        </button>
      </p>
      {failed ? <p className="notice">{t('advisor.noProposal')}</p> : null}
      <LeversAlone wording={wording} />
      <p className="small">{t('advisor.only')}</p>
    </>
  );
}
