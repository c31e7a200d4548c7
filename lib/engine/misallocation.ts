import { ratioText } from '../util/ratio.ts';
import type { WithheldCare } from './withheld-care.ts';

/**
 * MI of one pool (domain §10.4): distance between share of care and share of yield, half the sum of absolute
 * differences, which is the matched part of the yield-share view. 0: care follows yield. Null without care.
 */
export function misallocationIndex(yieldShare: WithheldCare): string | null {
  const total = yieldShare.lines.reduce((sum, { delivered }) => sum + delivered, 0);
  return ratioText(yieldShare.matchedMinutes, total, 4);
}
