import type { Figure } from '../figure.ts';

/** A value beside the one it is compared with, both of the same run. */
export interface Compared {
  value: number;
  unit: string;
  /** The other value, and what it is. */
  other: number;
  against: string;
}

/** At least so many times the other. */
export function atLeastTimes(name: string, compared: Compared, times: number, stretch?: string): Figure {
  const ratio = compared.value / compared.other;
  return figure(name, compared, `≥ ${times}`, ratio >= times, stretch);
}

/** At most so many times the other. */
export function atMostTimes(name: string, compared: Compared, times: number, stretch?: string): Figure {
  const ratio = compared.value / compared.other;
  return figure(name, compared, `≤ ${times}`, ratio <= times, stretch);
}

/** A value without an aim: it is there to be seen. */
export function shown(name: string, compared: Compared): Figure {
  return figure(name, compared, 'none', true);
}

function figure(
  name: string,
  { value, unit, other, against }: Compared,
  aim: string,
  holds: boolean,
  stretch?: string,
): Figure {
  return {
    name,
    value: rounded(value),
    unit,
    against: `${against}: ${rounded(other)} ${unit}`,
    ratio: rounded(value / other),
    aim,
    holds,
    ...(stretch === undefined ? {} : { stretch }),
  };
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
