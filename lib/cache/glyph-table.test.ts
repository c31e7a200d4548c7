import fc from 'fast-check';
import { expect, it } from 'vitest';
import { GlyphTable } from './glyph-table.ts';

const lane = fc.oneof(
  fc.nat(3),
  fc.nat(3).map((n) => 2 ** 32 - 1 - n),
  fc.integer({ min: 0, max: 2 ** 32 - 1 }),
);
const entry = fc.record({ high: lane, low: lane, glyph: fc.integer({ min: 0, max: 0xffff }) });
const entries = fc.uniqueArray(entry, { selector: ({ high, low }) => `${high} ${low}`, maxLength: 50 });

it('finds what was added, and nothing else, also where all want the same place', () => {
  fc.assert(
    fc.property(entries, entries, (added, others) => {
      const table = new GlyphTable(added.length);
      for (const { high, low, glyph } of added) table.add(high, low, glyph);
      // What is there stays.
      for (const { high, low } of added) table.add(high, low, 7);
      for (const { high, low } of [...added, ...others]) {
        const known = added.find((one) => one.high === high && one.low === low);
        expect(table.find(high, low)).toBe(known?.glyph ?? -1);
      }
    }),
  );
});
