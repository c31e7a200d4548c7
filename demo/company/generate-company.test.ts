import { describe, expect, it } from 'vitest';
import { decimal, generateCompany, type SampleCompany, type Table } from './generate-company.ts';
import { salesforceId } from './record-keys.ts';
import { formatCsv } from './write-company.ts';

const TODAYS = ['2026-11-23', '2026-01-01', '2027-02-28', '2028-02-29', '2026-08-01'];
const STANDARD: Record<string, number> = { visit: 180, call: 20, video: 45, ticket: 25, review: 40 };

/** DB II and DB III of the last twelve closed months by account in cents; own sums, independent of the engine. */
function lastYear(company: SampleCompany, today: string): Map<string, { db2: number; db3: number }> {
  const from = `${Number(today.slice(0, 4)) - 1}${today.slice(4, 7)}`;
  const inWindow = (day: string): boolean => day.slice(0, 7) >= from && day.slice(0, 7) < today.slice(0, 7);
  const rates = new Map(
    company.figures['exchange-rates']!.map((row) => [`${row.month} ${row.currency}`, Number(row.rate)]),
  );
  const results = new Map(company.figures.accounts!.map((row) => [row.account_id!, { db2: 0, db3: 0 }]));
  for (const row of company.figures['money-lines']!) {
    if (!inWindow(row.booked_on!)) continue;
    const rate = row.currency === 'EUR' ? 1 : rates.get(`${row.booked_on!.slice(0, 7)} ${row.currency}`)!;
    results.get(row.account_id!)!.db2 += Number(row.amount) * 100 * rate * (row.kind === 'sales' ? 1 : -1);
  }
  for (const result of results.values()) result.db3 = result.db2;
  for (const row of company.figures.activities!) {
    if (!inWindow(row.occurred_on!) || row.account_id === '' || row.cause === 'own_fault') continue;
    const minutes = row.minutes === '' ? STANDARD[row.type!]! : Number(row.minutes);
    results.get(row.account_id!)!.db3 -= (minutes * (row.type === 'visit' ? 9_000 : 4_500)) / 60;
  }
  return results;
}

/** Per cent of the total at the peak of the whale curve. */
function whalePeak(values: readonly number[]): number {
  const total = values.reduce((a, b) => a + b, 0);
  return (values.filter((value) => value > 0).reduce((a, b) => a + b, 0) / total) * 100;
}

function csv(company: SampleCompany): string {
  return Object.values({ ...company.figures, ...company.crm })
    .map(formatCsv)
    .join('\n');
}

const unique = (table: Table, ...columns: string[]): boolean =>
  new Set(table.map((row) => columns.map((column) => row[column]).join('|'))).size === table.length;

describe('sample company', () => {
  it('gives the same files for the same day and seed, others for another seed', () => {
    const files = csv(generateCompany('2026-11-23'));
    expect(csv(generateCompany('2026-11-23'))).toBe(files);
    expect(csv(generateCompany('2026-11-23', 'other'))).not.toBe(files);
  });

  for (const today of TODAYS) {
    describe(`on ${today}`, () => {
      const company = generateCompany(today);
      const figures = company.figures as Record<string, Table>;
      const results = lastYear(company, today);

      it('has about 600 customers in three territories and their own numbers in the CRM', () => {
        expect(figures.accounts).toHaveLength(600);
        expect(new Set(figures.accounts!.map((row) => row.territory)).size).toBe(3);
        expect(unique(figures.accounts!, 'account_id')).toBe(true);
        expect(unique(figures['record-keys']!, 'crm', 'instance', 'object', 'id')).toBe(true);
      });

      it('looks like life: the whale curve peaks between 120 and 180 per cent', () => {
        const values = [...results.values()].map((one) => one.db3);
        const peak = whalePeak(values);
        expect(peak).toBeGreaterThan(120);
        expect(peak).toBeLessThan(180);
        const losing = values.filter((value) => value < -10_000).length / values.length;
        expect(losing).toBeGreaterThan(0.2);
        expect(losing).toBeLessThan(0.5);
      });

      it('has customers of every yield, from below zero to above 50,000 euros', () => {
        const db2 = [...results.values()].map((one) => one.db2 / 100);
        expect(Math.min(...db2)).toBeLessThan(-2_000);
        expect(Math.max(...db2)).toBeGreaterThan(50_000);
        expect(db2.filter((value) => value >= 20_000).length).toBeGreaterThan(25);
        expect(db2.filter((value) => value >= 3_000 && value < 20_000).length).toBeGreaterThan(100);
        expect(db2.filter((value) => value > 0 && value < 3_000).length).toBeGreaterThan(200);
        expect(db2.filter((value) => value <= 0).length).toBeGreaterThan(25);
      });

      it('books nothing in the future, nothing before the business began, each line once', () => {
        const since = new Map(figures.accounts!.map((row) => [row.account_id, row.since!]));
        for (const [name, column] of [
          ['money-lines', 'booked_on'],
          ['activities', 'occurred_on'],
        ] as const) {
          const rows = figures[name]!;
          expect(rows.filter((row) => row[column]! > today)).toEqual([]);
          expect(
            rows.filter((row) => row[column]!.slice(0, 7) < (since.get(row.account_id!) ?? '').slice(0, 7)),
          ).toEqual([]);
          expect(unique(rows, 'source', 'external_id')).toBe(true);
        }
      });

      it('has amounts that are positive in their natural meaning', () => {
        const negative = figures['money-lines']!.filter((row) => row.amount!.startsWith('-'));
        expect(negative.filter((row) => row.kind !== 'product_cost')).toEqual([]);
        expect(new Set(figures['money-lines']!.map((row) => row.currency))).toEqual(
          new Set(['EUR', 'USD', 'CHF']),
        );
      });

      it('has groups, namesakes, customers without owner, and links that lead somewhere', () => {
        const accounts = figures.accounts!;
        const ids = new Set(accounts.map((row) => row.account_id));
        const parents = accounts.filter((row) => row.parent !== '');
        expect(parents.length).toBeGreaterThan(15);
        expect(parents.filter((row) => !ids.has(row.parent))).toEqual([]);
        expect(new Set(accounts.map((row) => row.name)).size).toBeLessThan(accounts.length - 4);
        expect(accounts.some((row) => row.owner === '')).toBe(true);
        const people = new Set(figures.people!.map((row) => row.person_id));
        expect(accounts.filter((row) => row.owner !== '' && !people.has(row.owner))).toEqual([]);
      });
    });
  }
});

describe('decimal', () => {
  it('writes cents with two places and a sign', () => {
    expect([0, 5, -5, 123456, -100].map(decimal)).toEqual(['0.00', '0.05', '-0.05', '1234.56', '-1.00']);
  });
});

describe('salesforceId', () => {
  it('appends the checksum that makes the id safe where case does not count', () => {
    expect(salesforceId('001D000000IqhSL')).toBe('001D000000IqhSLIAZ');
  });
});

describe('formatCsv', () => {
  it('quotes what would break a line', () => {
    expect(formatCsv([{ a: 'x,y', b: 'say "hi"' }])).toBe('a,b\n"x,y","say ""hi"""\n');
  });
});
