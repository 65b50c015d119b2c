import { anyCharacter } from '#text/testing';
import * as fc from 'fast-check';
import { vatIdOf } from './vat-id.js';

describe('a VAT id', () => {
  it.each([
    ['ES', 'ESB12345674', 'ESB12345674'],
    ['ES', ' es b-1234567.4 ', 'ESB12345674'],
    ['ES', 'B12345674', 'ESB12345674'],
    ['PT', 'PT501964843', 'PT501964843'],
    ['DE', 'DE136695976', 'DE136695976'],
    ['GR', '094259216', 'EL094259216'],
    ['GR', 'EL094259216', 'EL094259216'],
    ['GB', 'GB980780684', 'GB980780684'],
    ['GB', 'XI980780684', 'XI980780684'],
    ['IE', 'IE6433435F', 'IE6433435F'],
    ['US', '12-3456789', '123456789'],
  ])('of %s is known by its format and check digit: %s', (countryCode, text, vatId) => {
    expect(vatIdOf(countryCode, text)).toBe(vatId);
    expect(vatIdOf(countryCode, vatId)).toBe(vatId);
  });

  it.each([
    ['ES', 'none'],
    ['ES', 'N/A.'],
    ['ES', '1234'],
    ['ES', 'ESB12345678'],
    ['ES', 'PT123456789'],
    ['ES', '\u200b\u200b\u200b\u200b'],
    ['ES', ''],
    ['DE', 'DE000000000'],
    ['US', 'none'],
    ['US', '\u200b1234'],
  ])('of %s is not: %j', (countryCode, text) => {
    expect(vatIdOf(countryCode, text)).toBeNull();
  });

  it('is no other one with a single digit changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const digits = [...'ESB12345674'];
        const at = place === 3 ? 10 : place;
        digits[at] = String((Number(digits[at]) + by) % 10);
        expect(vatIdOf('ES', digits.join(''))).toBeNull();
      }),
    );
  });

  it('is found in any text without an error, and then always in the same spelling', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('ES', 'PT', 'GR', 'GB', 'US', 'NO', '??'),
        fc.string({ unit: anyCharacter }),
        (code, text) => {
          const vatId = vatIdOf(code, text);
          expect(vatId === null || vatIdOf(code, vatId) === vatId).toBe(true);
        },
      ),
    );
  });
});
