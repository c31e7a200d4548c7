import { expect, it } from 'vitest';
import { sampleMoney, samplePolicy, sampleWords } from '../../tests/support/sample-rows.ts';
import { reasonLines } from './reason-lines.ts';

const words = {
  ...sampleWords('a', 'Adler', ['k']),
  tierReasons: [
    { code: 'tier.between', params: { tier: 'B', class: 'M', lift: 'none' } },
    { code: 'level.fundable', params: { level: 'BASIC' } },
    { code: 'ledger.pays', params: {} },
    { code: 'moon.phase', params: { phase: 3 } },
    { code: 'source', params: { version: '1.0.0', asOf: '2026-10-31' } },
  ],
};
const money = {
  ...sampleMoney('a', 5),
  reasons: [{ code: 'ledger.pays', params: { amount: 290_518 } }],
};
const reader = { policy: samplePolicy, sign: true, amount: (cents: number) => `<${cents}>` };

it('sentences without amounts, in both languages; what a newer server says is left out', () => {
  expect(reasonLines({ words, money: null }, { ...reader, language: 'en' })).toEqual([
    'B: earnings class medium; not raised.',
    'Basic care: the highest package that tier and earnings bear.',
    'Carries others.',
    'By business concept 1.0.0, figures to 31 Oct 2026.',
  ]);
  expect(reasonLines({ words, money: null }, { ...reader, language: 'de' })[2]).toBe('Trägt andere mit.');
});

it('amounts in the reader’s precision where the row has them', () => {
  expect(reasonLines({ words, money }, { ...reader, language: 'en' })).toEqual([
    'Pays <290518> into the common pot that carries others.',
  ]);
});

it('leaves out what is said elsewhere', () => {
  const lines = reasonLines({ words, money: null }, { ...reader, language: 'en', omit: /^tier\./ });
  expect(lines[0]).toBe('Basic care: the highest package that tier and earnings bear.');
});

it('nothing of who carries whom where the sign is off', () => {
  const lines = reasonLines({ words, money: null }, { ...reader, sign: false, language: 'en' });
  expect(lines.join(' ')).not.toMatch(/arries others/);
  expect(lines).toHaveLength(3);
});

it('nothing for rows published before reasons were kept', () => {
  const { tierReasons: _, ...old } = words;
  expect(reasonLines({ words: old, money: null }, { ...reader, language: 'en' })).toEqual([]);
});
