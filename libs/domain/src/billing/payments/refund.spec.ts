import * as fc from 'fast-check';
import type { Money } from '../money/money.js';
import { refundAtSuspension } from './refund.js';

const eur = (amountMinor: number): Money => ({ amountMinor, currency: 'EUR' });
const amounts = fc.integer({ min: 0, max: 1_000_000 });

describe('what goes back when an agency is suspended', () => {
  it('is what became free, as far as nothing else is owed, where somebody else works for the business', () => {
    expect(refundAtSuspension(eur(300), eur(1_000), true)).toEqual(eur(300));
    expect(refundAtSuspension(eur(300), eur(100), true)).toEqual(eur(100));
    expect(refundAtSuspension(eur(300), eur(-50), true)).toEqual(eur(0));
  });

  it('is all that is unused where nobody else does, and never more than that', () => {
    expect(refundAtSuspension(eur(300), eur(1_000), false)).toEqual(eur(1_000));
    expect(refundAtSuspension(eur(0), eur(1_000), false)).toEqual(eur(1_000));
    fc.assert(
      fc.property(
        amounts,
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        fc.boolean(),
        (freed, unused, hasOthers) => {
          const { amountMinor } = refundAtSuspension(eur(freed), eur(unused), hasOthers);
          expect(amountMinor).toBeGreaterThanOrEqual(0);
          expect(amountMinor).toBeLessThanOrEqual(Math.max(0, unused));
          if (hasOthers) expect(amountMinor).toBeLessThanOrEqual(freed);
        },
      ),
    );
  });
});
