import { compareRatio } from '../util/ratio.ts';
import type { Alarm, Crowding } from './assessment.ts';
import { crowdingAlarm } from './limits.ts';
import type { Coverage, Policy } from './types.ts';

/** L1 of one pool at one evaluation. */
export interface CrowdingReading {
  crowding: Crowding;
  coverage: Coverage;
}

/**
 * L1 over several evaluations, oldest first (domain §11): raised when two of the last three readings are at
 * least amber (red: two are red), cleared when two in a row lie below the clearing ratio; silent while the
 * latest reading's data are too thin.
 */
export function settleCrowding(policy: Policy, readings: readonly CrowdingReading[]): Alarm {
  let shown: Alarm = 'green';
  const raw: Alarm[] = [];
  let calm = 0;
  for (const { crowding, coverage } of readings) {
    raw.push(crowdingAlarm(policy, crowding, coverage));
    const { n, d } = policy.limits.crowdingOutClear;
    calm = compareRatio(crowding.crowdedOut, crowding.entitledTop, n, d) < 0 ? calm + 1 : 0;
    const lastThree = raw.slice(-3);
    const reds = lastThree.filter((alarm) => alarm === 'red').length;
    const alarms = reds + lastThree.filter((alarm) => alarm === 'amber').length;
    if (calm >= 2) shown = 'green';
    else if (reds >= 2) shown = 'red';
    else if (alarms >= 2) shown = 'amber';
  }
  return raw.at(-1) === 'silent' && shown === 'green' ? 'silent' : shown;
}
