import type { Figures } from './assessment.ts';
import type { Cents } from './types.ts';

/** What is booked, before any level is computed. */
export interface Booked {
  gross: Cents;
  deductions: Cents;
  cogs: Cents;
  direct: Cents;
  cts: Cents;
}

/** Contribution levels of booked sums (domain §5.3). */
export function contributionLevels(booked: Booked): Figures {
  const net = booked.gross - booked.deductions;
  const db1 = net - booked.cogs;
  const db2 = db1 - booked.direct;
  return {
    gross: booked.gross,
    deductions: booked.deductions,
    net,
    cogs: booked.cogs,
    db1,
    direct: booked.direct,
    db2,
    cts: booked.cts,
    db3: db2 - booked.cts,
  };
}
