import { catalogueSourceRule } from '#contracts';
import { catalogueDuties } from '#knowledge/catalogue';
import * as fc from 'fast-check';
import { importedCode } from './imported-code.js';

describe('the code of an imported duty', () => {
  it.each([
    ['onet', '8823', 'onet:8823'],
    ['onet', '43-6014.00', 'onet:43-6014.00'],
    [
      'esco',
      'http://data.europa.eu/esco/skill/0005c151-5b5a-4a66-8aac-60e734beb1ab',
      'esco:0005c151-5b5a-4a66-8aac-60e734beb1ab',
    ],
    ['guild', 'https://example.org/duties#post', 'guild:post'],
  ])('of %s for %s is %s', (source, id, code) => {
    expect(importedCode(source, id)).toBe(code);
  });

  it('is as short as every code, tells identifiers apart and clashes with none of the own', () => {
    const own = new Set(catalogueDuties.map(({ code }) => code));
    const source = fc
      .stringMatching(catalogueSourceRule.pattern, { size: 'small' })
      .filter(({ length }) => length <= catalogueSourceRule.maxLength);
    const id = fc.string({ minLength: 1, maxLength: 200 }).filter((text) => !/[/#]/.test(text));
    fc.assert(
      fc.property(source, id, id, (from, one, other) => {
        const code = importedCode(from, one);
        expect(code.length).toBeLessThanOrEqual(60);
        expect(code.startsWith(`${from}:`)).toBe(true);
        expect(own.has(code)).toBe(false);
        expect(importedCode(from, other) === code).toBe(one === other);
      }),
    );
  });
});
