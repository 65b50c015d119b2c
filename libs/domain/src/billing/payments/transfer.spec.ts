import * as fc from 'fast-check';
import type { Money } from '../money/money.js';
import { comesBack, type KeptTransfer } from './transfer.js';

const euros = (amountMinor: number): Money => ({ amountMinor, currency: 'EUR' });
const nothing = { earnings: euros(0), tax: euros(0) };
const sent: KeptTransfer = {
  status: 'sent',
  earnings: euros(1_000),
  tax: euros(210),
  cameBack: nothing,
  credited: nothing,
};

describe('a transfer to an agency', () => {
  it('that comes back whole is as if it had never gone', () => {
    expect(comesBack(sent, euros(1_210))).toEqual({ earnings: euros(1_000), tax: euros(210), isWhole: true });
  });

  it('that comes back in part is owed again by that part, of earnings and tax as the whole is', () => {
    const part = { earnings: euros(500), tax: euros(105) };
    expect(comesBack(sent, euros(605))).toEqual({ ...part, isWhole: false });
    // What came back once doesn't come back again, and the rest of it is a part as well.
    expect(comesBack({ ...sent, cameBack: part }, euros(605))).toBeNull();
    expect(comesBack({ ...sent, cameBack: part }, euros(1_210))).toEqual({ ...part, isWhole: false });
  });

  it('comes back as credit notes took back of its invoices, first, whatever the rates of others in it are', () => {
    // An invoice with tax, which was taken back whole, and one without.
    const credited = { earnings: euros(10_000), tax: euros(2_100) };
    const mixed: KeptTransfer = { ...sent, earnings: euros(20_000), tax: euros(2_100), credited };
    expect(comesBack(mixed, euros(12_100))).toEqual({ ...credited, isWhole: false });
    expect(comesBack(mixed, euros(13_100))).toEqual({ earnings: euros(11_000), tax: euros(2_100), isWhole: false });
    expect(comesBack({ ...mixed, cameBack: credited, credited: nothing }, euros(22_100))).toEqual({
      earnings: euros(10_000),
      tax: euros(0),
      isWhole: false,
    });
  });

  it('comes back to the unit also where its tax was below nothing', () => {
    let kept: KeptTransfer = { ...sent, earnings: euros(1_000), tax: euros(-50) };
    const parts = [euros(400), euros(949), euros(950)].map((reversed) => {
      const back = comesBack(kept, reversed)!;
      const { earnings, tax } = kept.cameBack;
      const sum = (one: Money, other: Money) => euros(one.amountMinor + other.amountMinor);
      kept = { ...kept, cameBack: { earnings: sum(earnings, back.earnings), tax: sum(tax, back.tax) } };
      return back;
    });
    expect(parts.map(({ earnings, tax }) => [earnings.amountMinor, tax.amountMinor])).toEqual([
      [400, 0],
      [549, 0],
      [51, -50],
    ]);
    expect(kept.cameBack).toEqual({ earnings: euros(1_000), tax: euros(-50) });
    expect(comesBack({ ...sent, earnings: euros(1_000), tax: euros(-50) }, euros(950))?.isWhole).toBe(true);
  });

  it('comes back only after it went', () => {
    for (const status of ['made', 'returned'] as const) {
      expect(comesBack({ ...sent, status }, euros(1_210))).toBeNull();
    }
    expect(comesBack(sent, euros(0))).toBeNull();
  });

  it('comes back to the unit, in however many parts and however often it is told', () => {
    const amounts = fc.tuple(fc.nat(100_000_000), fc.nat(21_000_000)).filter(([earnings, tax]) => earnings + tax > 0);
    fc.assert(
      fc.property(amounts, fc.array(fc.nat(1_000), { maxLength: 12 }), ([earnings, tax], thousandths) => {
        const whole = earnings + tax;
        let kept: KeptTransfer = {
          status: 'sent',
          earnings: euros(earnings),
          tax: euros(tax),
          cameBack: nothing,
          credited: nothing,
        };
        for (const said of [...thousandths.toSorted((a, b) => a - b), 1_000]) {
          const reversed = euros(Math.floor((whole * said) / 1_000));
          for (let times = 0; times < 2; times += 1) {
            const back = comesBack(kept, reversed);
            if (back === null) continue;
            expect([times, back.earnings.amountMinor >= 0, back.tax.amountMinor >= 0]).toEqual([0, true, true]);
            const { cameBack } = kept;
            kept = {
              ...kept,
              status: back.isWhole ? 'returned' : 'sent',
              cameBack: {
                earnings: euros(cameBack.earnings.amountMinor + back.earnings.amountMinor),
                tax: euros(cameBack.tax.amountMinor + back.tax.amountMinor),
              },
            };
          }
        }
        expect(kept.cameBack).toEqual({ earnings: euros(earnings), tax: euros(tax) });
      }),
    );
  });
});
