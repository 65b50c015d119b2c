import { refusalOf } from '../refusals.examples.js';
import { assertCancellable, assertMayAsk } from './tax-pack.js';

describe('a pack of a tax year', () => {
  it('is asked for while fewer than two others are made', () => {
    expect(refusalOf(() => assertMayAsk(1))).toBeNull();
    expect(refusalOf(() => assertMayAsk(2))).toBe('tax-pack.too-many');
  });

  it('is called off only until it is made', () => {
    expect(refusalOf(() => assertCancellable('making'))).toBeNull();
    for (const status of ['ready', 'failed', 'cancelled'] as const) {
      expect(refusalOf(() => assertCancellable(status))).toBe('tax-pack.over');
    }
  });
});
