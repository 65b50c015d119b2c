import * as fc from 'fast-check';
import { DomainError } from '#domain-error';
import { readText } from '#text';
import { describeError } from './error-description.js';
import { parseJsonBody } from '../json/index.js';

const parse = (text: string): unknown => parseJsonBody(Buffer.from(text, 'utf8'));

describe('A body of JSON', () => {
  it('is read as JSON.parse reads it, if there is nothing in it to refuse', () => {
    const plain = fc
      .jsonValue({ maxDepth: 5, noUnicodeString: false })
      .filter((value) => !/__proto__|constructor|prototype|\\u0000|\\ud|-0|e\+|\d{16}/.test(JSON.stringify(value)));
    // Texts are read as text is everywhere: composed, and as spaces where nothing is to be seen.
    const textRead = (_name: string, value: unknown): unknown => (typeof value === 'string' ? readText(value) : value);
    fc.assert(
      fc.property(plain, (value) => {
        expect(parse(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value), textRead));
      }),
      { examples: [['\f'], [{ a: '\b' }]] },
    );
  });

  it('is read or refused, whatever its bytes, and never fails otherwise', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array().map((bytes) => Buffer.from(bytes)),
          fc.json().map((text) => Buffer.from(text)),
        ),
        (bytes) => {
          try {
            parseJsonBody(bytes);
          } catch (error) {
            expect(error).toBeInstanceOf(DomainError);
          }
        },
      ),
    );
  });

  it('leaves the prototypes of objects alone', () => {
    expect(() => parse('{"a":{"__proto__":{"isAdmin":true}}}')).toThrow('request.invalid');
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it('names the place of what it refuses', () => {
    const placeOf = (text: string): unknown => {
      try {
        return parse(text);
      } catch (error) {
        return describeError(error).problem.errors?.[0]?.pointer;
      }
    };
    expect(placeOf('{"a":[0,{"b/c~d":1e999}]}')).toBe('/a/1/b~1c~0d');
    expect(placeOf('"\\u0000"')).toBe('');
  });

  it('keeps whole numbers whole', () => {
    expect(parse('[9007199254740991,-9007199254740991,0.1,-0,1e2]')).toEqual([
      9007199254740991, -9007199254740991, 0.1, 0, 100,
    ]);
    for (const number of ['9007199254740992', '-9007199254740992', '1e16', '1e400']) {
      expect(() => parse(number)).toThrow('request.invalid');
    }
  });
});
