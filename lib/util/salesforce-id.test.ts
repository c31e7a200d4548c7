import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSalesforceId18 } from './salesforce-id.ts';

const letter = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');
const body = fc.array(letter, { minLength: 15, maxLength: 15 }).map((letters) => letters.join(''));

describe('toSalesforceId18', () => {
  it.each([
    ['a0BA0000000L2ZC', 'MA0'],
    ['AaaAABbbBBCccCC', 'ZZZ'],
    ['ABCDEFGHIJKLMNO', '555'],
    ['AAaAAbbBBBCcCCC', '123'],
    ['001Qy00000AbCdE', 'IAV'],
  ])('%s gets the suffix %s', (id, suffix) => {
    expect(toSalesforceId18(id)).toBe(id + suffix);
  });

  it('keeps ids apart that differ in case only', () => {
    expect(toSalesforceId18('001Qy00000AbCdE')).not.toBe(toSalesforceId18('001Qy00000AbCde'));
  });

  it('is idempotent and restores an id that lost its case', () => {
    fc.assert(
      fc.property(body, (id) => {
        const full = toSalesforceId18(id)!;
        expect(full).toHaveLength(18);
        expect(toSalesforceId18(full)).toBe(full);
        expect(toSalesforceId18(full.toLowerCase())).toBe(full);
        expect(toSalesforceId18(full.toUpperCase())).toBe(full);
      }),
    );
  });

  it.each([
    '',
    '001',
    '001Qy00000AbCd',
    '001Qy00000AbCdE!',
    '001Qy00000AbCdEIAA',
    '001Qy00000AbCdEIA',
    '001Qy00000AbCdEI9V',
  ])('refuses %j', (id) => {
    expect(toSalesforceId18(id)).toBeNull();
  });
});
