import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { sharedPath } from '../../tests/support/golden.ts';
import { divHalfEven } from '../util/half-even.ts';
import { addMonths } from '../util/month.ts';
import { computeLedger } from './ledger.ts';
import { misallocationIndex } from './misallocation.ts';
import { whaleCurve } from './whale-curve.ts';
import { yieldShareCare } from './withheld-care.ts';

type Row = Record<string, string>;
const rowsOf = (path: string, encoding: 'utf8' | 'latin1'): Row[] =>
  parse(readFileSync(path, encoding), { columns: true, bom: true }) as Row[];

/** Cents of a decimal text with any number of places, half to even. */
function cents(text: string): number {
  const [, sign, whole = '', places = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)!;
  const scaled = divHalfEven(BigInt(whole + places) * 100n, 10n ** BigInt(places.length));
  return Number(sign === '-' ? -scaled : scaled);
}

const superstore = sharedPath('data/superstore/Superstore.csv');
const superstoreGolden = sharedPath('golden/superstore_ledger.json');

describe.skipIf(!superstore || !superstoreGolden)('Superstore (skipped where ../shared is absent)', () => {
  const db3 = new Map<string, number>();
  const golden = superstoreGolden ? JSON.parse(readFileSync(superstoreGolden, 'utf8')) : {};
  for (const row of superstore ? rowsOf(superstore, 'latin1') : []) {
    const sales = row.Sales!;
    const cost = subtract(sales, row.Profit!);
    const id = row['Customer ID']!;
    db3.set(id, (db3.get(id) ?? 0) + cents(sales) - cents(cost));
  }
  const units = [...db3].map(([id, amount]) => ({ id, db3: amount }));
  const ledger = computeLedger(units);

  it('totals', () => expect(ledger).toMatchObject(golden.totals));
  it('whale curve', () => expect(whaleCurve(units)).toMatchObject(golden.whaleCurve));
  it('top payers and recipients', () => {
    const lines = new Map(ledger.lines.map((line) => [line.id, line]));
    for (const expected of [...golden.topPayers, ...golden.topRecipients]) {
      expect(lines.get(expected.id)).toMatchObject(expected);
    }
  });
  it('every DB III and every line', () => {
    const column = (of: 'db3' | 'line') =>
      Object.fromEntries(ledger.lines.map((line) => [line.id, line[of]]));
    expect(column('db3')).toEqual(golden.db3);
    expect(column('line')).toEqual(golden.line);
  });
});

/** Difference of two decimal texts, exact. */
function subtract(a: string, b: string): string {
  const places = Math.max(...[a, b].map((text) => text.split('.')[1]?.length ?? 0));
  const scaled = (text: string): bigint => {
    const [whole = '', rest = ''] = text.replace('-', '').split('.');
    const value = BigInt(whole + rest.padEnd(places, '0'));
    return text.startsWith('-') ? -value : value;
  };
  const difference = scaled(a) - scaled(b);
  const digits = (difference < 0n ? -difference : difference).toString().padStart(places + 1, '0');
  const cut = digits.length - places;
  const text = places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return difference < 0n ? `-${text}` : text;
}

const subscriptions = sharedPath('data/ravenstack/ravenstack_subscriptions.csv');
const tickets = sharedPath('data/ravenstack/ravenstack_support_tickets.csv');
const statementGolden = sharedPath('golden/ravenstack_invoice.json');

describe.skipIf(!subscriptions || !tickets || !statementGolden)(
  'RavenStack 2024 (skipped where ../shared is absent)',
  () => {
    const golden = statementGolden ? JSON.parse(readFileSync(statementGolden, 'utf8')) : {};
    const year = Array.from({ length: 12 }, (_, i) => `${addMonths('2024-01', i)}-01`);
    const accounts = new Map<string, { id: string; delivered: number; db2: number }>();
    const of = (id: string) => {
      const found = accounts.get(id) ?? { id, delivered: 0, db2: 0 };
      accounts.set(id, found);
      return found;
    };
    for (const row of subscriptions ? rowsOf(subscriptions, 'utf8') : []) {
      if (row.is_trial === 'True') continue;
      const months = year.filter(
        (day) => row.start_date! <= day && (row.end_date === '' || day <= row.end_date!),
      );
      of(row.account_id!).db2 += months.length * cents(row.mrr_amount!);
    }
    for (const row of tickets ? rowsOf(tickets, 'utf8') : []) {
      if (row.submitted_at!.startsWith('2024')) of(row.account_id!).delivered += 25;
    }
    const care = yieldShareCare([...accounts.values()], 4_500);

    it('the year-end statement: minutes, value, who and how much', () => {
      expect(care?.lines.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(golden.totalMin);
      expect(care).toMatchObject({
        matchedMinutes: golden.matchedMin,
        matchedCents: golden.matchedCents,
        shortfallMinutes: 0,
        extraMinutes: 0,
      });
      const lines = care?.lines ?? [];
      expect(lines.filter(({ withheld }) => withheld > 0)).toHaveLength(golden.creditors);
      expect(lines.filter(({ over }) => over > 0)).toHaveLength(golden.debtors);
      for (const [id, credit] of golden.topCredit)
        expect(lines.find((l) => l.id === id)?.credit).toBe(credit);
      for (const [id, debit] of golden.topDebit) expect(lines.find((l) => l.id === id)?.debit).toBe(debit);
      expect(lines.reduce((sum, { credit, debit }) => sum + credit - debit, 0)).toBe(0);
    });
    it('misallocation index', () => expect(misallocationIndex(care!)).toBe(golden.matchedShare));
  },
);
