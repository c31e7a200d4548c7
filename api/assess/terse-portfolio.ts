import { z } from 'zod';
import type { SnapshotAccount } from '../../lib/engine/snapshot.ts';

const Cents = z.int();

/** The portfolio as the terse test format writes it: one window's sums per account. */
export const TersePortfolio = z.object({
  accounts: z.record(
    z.string(),
    z.object({
      gross: Cents,
      credits: Cents.optional(),
      cogs: Cents,
      direct: Cents,
      activities: z.array(z.tuple([z.string(), z.int().min(0)])).optional(),
      ageMonths: z.int().min(0).optional(),
      impute: z.string().optional(),
      potential: Cents.optional(),
      multiplier: z.boolean().optional(),
      parent: z.string().optional(),
    }),
  ),
});
export type TersePortfolio = z.infer<typeof TersePortfolio>;

export function terseToAccounts(terse: TersePortfolio): SnapshotAccount[] {
  return Object.entries(terse.accounts).map(([id, account]) => ({
    id,
    parent: account.parent ?? null,
    gross: account.gross,
    deductions: account.credits ?? 0,
    cogs: account.cogs,
    direct: account.direct,
    activities: account.activities ?? [],
    ageMonths: account.ageMonths ?? null,
    impute: account.impute ?? null,
    potential: account.potential ?? 0,
    multiplier: account.multiplier ?? false,
  }));
}
