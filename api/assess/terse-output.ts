import type { Crowding, Ledger } from '../../lib/engine/assessment.ts';
import type { SnapshotRow } from '../../lib/engine/snapshot.ts';
import type { WithheldCare, WithheldLine } from '../../lib/engine/withheld-care.ts';

export function printRow(row: SnapshotRow): Record<string, unknown> {
  return {
    net: row.net,
    db1: row.db1,
    db2: row.db2,
    cts: row.cts,
    db3: row.db3,
    minutes: row.minutes,
    position: row.position,
    tolerance: row.tolerance,
    yieldClass: row.yieldClass,
    tier: row.tier,
    fundableLevel: row.fundableLevel,
    fundableLimit: row.fundableLimit,
    level: row.level,
    estimated: row.estimated,
    provisional: row.provisional,
  };
}

export function printLedger(ledger: Ledger): Record<string, unknown> {
  const funders = ledger.lines.filter(({ db3 }) => db3 > 0);
  const recipients = ledger.lines.filter(({ db3 }) => db3 < 0);
  return {
    surplus: ledger.surplus,
    deficit: ledger.deficit,
    transferred: ledger.transferred,
    retained: ledger.retained,
    uncovered: ledger.uncovered,
    subsidyRatio: ledger.subsidyRatio,
    paid: byId(funders, ({ paid }) => paid),
    received: byId(recipients, ({ received }) => received),
    line: byId(ledger.lines, ({ line }) => line),
    retainedBy: byId(funders, ({ retained }) => retained),
    uncoveredBy: byId(recipients, ({ uncovered }) => uncovered),
  };
}

export function printWithheld(care: WithheldCare): Record<string, unknown> {
  const some = (of: (line: WithheldLine) => number, shown: (line: WithheldLine) => boolean) =>
    byId(care.lines.filter(shown), of);
  const short = ({ withheld }: WithheldLine): boolean => withheld > 0;
  const served = ({ over }: WithheldLine): boolean => over > 0;
  return {
    entitled: byId(care.lines, ({ entitled }) => entitled),
    delivered: byId(care.lines, ({ delivered }) => delivered),
    withheldMin: some(({ withheld }) => withheld, short),
    overMin: some(({ over }) => over, served),
    withheldTotal: care.withheldTotal,
    overTotal: care.overTotal,
    matchedMin: care.matchedMinutes,
    matchedCents: care.matchedCents,
    credit: some(({ credit }) => credit, short),
    debit: some(({ debit }) => debit, served),
    shortfallMin: care.shortfallMinutes,
    extraMin: care.extraMinutes,
    withheldValueCents: care.withheldValueCents,
  };
}

export function printCrowding(crowding: Crowding): Record<string, unknown> {
  return {
    entitledTopMin: crowding.entitledTop,
    withheldTopMin: crowding.withheldTop,
    withheldRatio: crowding.withheldRatio,
    overNonFunderMin: crowding.overNonFunder,
    crowdedOutMin: crowding.crowdedOut,
    crowdedOutRatio: crowding.crowdedOutRatio,
    hoursToSubsidisedShare: crowding.toSubsidisedShare,
  };
}

function byId<T extends { id: string }>(
  lines: readonly T[],
  of: (line: T) => number,
): Record<string, number> {
  return Object.fromEntries(lines.map((line) => [line.id, of(line)]));
}
