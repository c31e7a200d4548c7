import type { CompanyFigures } from '../../lib/contract/portfolio.ts';
import type { Ledger, LimitResult, WhaleCurve } from '../../lib/engine/assessment.ts';

/** Output of `tierlens report --json`. Amounts in cents, percentages as text with four places. */
export interface Report {
  /** First and last day. */
  period: { from: string; to: string };
  whaleCurve: Omit<WhaleCurve, 'peak' | 'points'>;
  ledger: Omit<Ledger, 'unit' | 'lines'>;
  /** L2, L3, L5 of the period's ledger; L1, L4, L6 as judged at the end of its last whole month. */
  limits: readonly LimitResult[];
  /** `unknown` without any activity, `partly` where some accounts have none. */
  care: 'known' | 'partly' | 'unknown';
  /** The evaluation published last, over its own twelve months; null before the first. */
  evaluation: (CompanyFigures & { evaluationId: string; asOf: string; policyVersion: string }) | null;
}
