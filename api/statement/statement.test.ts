import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedPath } from '../../tests/support/golden.ts';
import { importFiles } from '../import/import-files.ts';
import type { Store } from '../store/store.ts';
import { openTestStore } from '../store/test-store.ts';
import { SMALL_COMPANY, TODAY, writeFiles } from '../test-company.ts';
import { statement } from './statement.ts';
import { statementHtml } from './statement-html.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
  await importFiles(store, writeFiles(SMALL_COMPANY), { now: TODAY });
});
afterAll(() => store?.close());

describe('statement', () => {
  it('promised by the assigned level up to the last closed month, delivered by the books, to the cent', async () => {
    const { figures } = await statement(store, { now: TODAY });
    // a1 is promised EXKLUSIV: 2,160 field minutes a year, 59 of 365 days; a4 got ten visits without field care.
    const field = Math.floor((2_160 * 59) / 365);
    expect(figures).toMatchObject({
      year: 2026,
      period: { from: '2026-01-01', to: '2026-02-28' },
      view: 'promise',
    });
    expect(figures.creditors.map(({ id }) => id)).toEqual(['a1', 'a2', 'a3']);
    expect(figures.creditors[0]).toMatchObject({
      id: 'a1',
      name: 'Adler GmbH',
      level: 'EXKLUSIV',
      positions: [
        {
          pool: 'field',
          entitledMinutes: field,
          deliveredMinutes: 0,
          withheldMinutes: field,
          cents: field * 150,
          equivalent: { type: 'visit', count: 1 },
          receivers: [{ tier: 'C', cents: field * 150 }],
        },
        // Nobody got more from inside sales: what was withheld there went to no one.
        { pool: 'inside', entitledMinutes: 77, withheldMinutes: 77, cents: 0, receivers: [] },
      ],
    });
    expect(figures.debtors).toEqual([{ tier: 'C', accounts: 1, cents: 3 * field * 150 }]);
    expect(figures.credits).toBe(figures.debits);
  });

  it('names who received more only where asked', async () => {
    const { figures } = await statement(store, { now: TODAY, names: true });
    expect(figures.debtorAccounts).toMatchObject([{ id: 'a4', overMinutes: 1_800 }]);
    expect((await statement(store, { now: TODAY })).figures).not.toHaveProperty('debtorAccounts');
  });

  it('refuses years without figures and unknown accounts', async () => {
    await expect(statement(store, { now: TODAY, year: 2027 })).rejects.toThrow(/no figures of 2027 yet/);
    await expect(statement(store, { now: TODAY, account: 'a9' })).rejects.toThrow(/no account a9/);
  });

  it.each(['de', 'en'] as const)(
    'prints with its warning, and mark-up in names stays text (%s)',
    async (language) => {
      const { figures, words } = await statement(store, { now: TODAY, names: true });
      const name = '<img src=x onerror=alert(1)>';
      const creditors = figures.creditors.map((creditor) => ({ ...creditor, name }));
      const html = statementHtml({ ...figures, creditors }, words, language);
      expect(html).not.toContain('<img');
      expect(html).toContain('&lt;img');
      const warning = { de: 'niemals versenden', en: 'never send' }[language];
      expect(html.split(warning)).toHaveLength(1 + 1 + creditors.length);
      expect(html).toContain({ de: '523,50 €', en: '€523.50' }[language]);
    },
  );
});

const folder = sharedPath('data/ravenstack');
const golden = sharedPath('golden/ravenstack_invoice.json');

describe.skipIf(!folder || !golden)('RavenStack 2024 (skipped where ../shared is absent)', () => {
  it('by share of yield equals the golden statement', async () => {
    const expected = JSON.parse(readFileSync(golden as string, 'utf8'));
    const real = await openTestStore();
    try {
      await importFiles(real, [folder as string], { preset: 'ravenstack' });
      const { figures } = await statement(real, {
        now: new Date('2025-06-15T12:00:00'),
        year: 2024,
        view: 'yield',
        names: true,
      });
      const inside = figures.pools.find(({ pool }) => pool === 'inside');
      expect(inside).toMatchObject({
        matchedMinutes: expected.matchedMin,
        matchedCents: expected.matchedCents,
      });
      expect(figures.creditors).toHaveLength(expected.creditors);
      expect(figures.debtorAccounts).toHaveLength(expected.debtors);
      for (const [id, cents] of expected.topCredit) {
        expect(figures.creditors.find((creditor) => creditor.id === id)?.cents).toBe(cents);
      }
      for (const [id, cents] of expected.topDebit) {
        expect(figures.debtorAccounts?.find((debtor) => debtor.id === id)?.cents).toBe(cents);
      }
      expect(figures.credits).toBe(expected.matchedCents);
      expect(figures.debits).toBe(expected.matchedCents);
    } finally {
      await real.close();
    }
  });
});
