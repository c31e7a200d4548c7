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

/** Contribution levels of booked sums (domain §5.3); `imputed` care stands in for what was not logged. */
export function contributionLevels(booked: Booked, imputed: Cents = 0): Figures {
  const net = booked.gross - booked.deductions;
  const db1 = net - booked.cogs;
  const db2 = db1 - booked.direct;
  const cts = booked.cts + imputed;
  return {
    gross: booked.gross,
    deductions: booked.deductions,
    net,
    cogs: booked.cogs,
    db1,
    direct: booked.direct,
    db2,
    cts,
    db3: db2 - cts,
  };
}
