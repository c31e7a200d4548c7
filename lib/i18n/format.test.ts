import { describe, expect, it } from 'vitest';
import { createFormat } from './format.ts';

const de = createFormat('de', 'EUR', 'Europe/Berlin');
const en = createFormat('en', 'EUR', 'Europe/Berlin');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('format', () => {
  it('writes money for leads to ten, for operations to the cent', () => {
    expect(plain(de.money(1_180_000, 'tens'))).toBe('11.800 €');
    expect(plain(en.money(1_180_000, 'tens'))).toBe('11,800 €');
    expect(plain(en.money(27_000, 'cents'))).toBe('270.00 €');
    expect(plain(de.money(-103_878, 'cents'))).toBe('−1.038,78 €');
    expect(plain(de.money(-400, 'tens'))).toBe('0 €');
    expect(plain(en.money(1_500, 'tens'))).toBe('20 €');
    expect(plain(en.money(2_500, 'tens'))).toBe('20 €');
    expect(plain(en.signedMoney(72_000, 'tens'))).toBe('+720 €');
    expect(plain(createFormat('de', 'CHF').money(100, 'cents'))).toBe('1,00 CHF');
    expect(plain(createFormat('de', 'not-a-code').money(100, 'cents'))).toBe('1,00 not-a-code');
  });

  it('writes minutes as hours, small ones as minutes', () => {
    expect(plain(de.minutesOf(420, 480))).toBe('7 von 8 Std.');
    expect(plain(en.minutesOf(420, 480))).toBe('7 of 8 h');
    expect(plain(en.minutesOf(20, 30))).toBe('20 of 30 min');
    expect(plain(en.minutesOf(240, 30))).toBe('240 of 30 min');
    expect(plain(de.minutesOf(100, 120))).toBe('1,7 von 2 Std.');
  });

  it('writes dates, months and times', () => {
    expect(de.date('2026-10-31')).toBe('31.10.2026');
    expect(en.date('2026-10-31')).toBe('31 Oct 2026');
    expect(de.month('2027-06')).toBe('06/2027');
    expect(en.month('2027-06')).toBe('Jun 2027');
    expect(de.monthLong('2027-01')).toBe('Januar 2027');
    expect(en.quarter('2026-09')).toBe('Q3 2026');
    const now = new Date('2026-11-17T12:00:00Z');
    expect(de.time('2026-11-17T07:12:00Z', now)).toBe('08:12');
    expect(en.time('2026-11-15T23:30:00Z', now)).toBe('16 Nov 2026, 00:30');
  });
});
