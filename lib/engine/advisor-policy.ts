/** §12.1: weights of pain and caps of the mixed plan; which activity types the levers move. */
export interface AdvisorPolicy {
  visit: string;
  video: string;
  call: string;
  shiftPain: number;
  dropPain: number;
  deflectPain: number;
  /** Pain per per cent of price. */
  pricePain: number;
  /** Highest price rise of a mixed plan, in half per cents (§12.1). */
  priceMaxHalfPercent: number;
}
