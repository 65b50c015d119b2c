import * as fc from 'fast-check';
import { refusalOf } from '../../refusals.examples.js';
import type { Money } from '../money/money.js';
import {
  changeOfCardPayment,
  chargebackFacts,
  type ChargebackStatus,
  demandPayableByCard,
  demandRefundableToCard,
  type DisputeFees,
  type KeptCardPayment,
  newDisputeFees,
  refundBecomes,
  type SaidCardPayment,
  secondsToNextLook,
} from './card-payment.js';

const euros = (amountMinor: number): Money => ({ amountMinor, currency: 'EUR' });
const said: readonly SaidCardPayment[] = [
  { status: 'open', received: null, fee: null },
  { status: 'processing', received: null, fee: null },
  { status: 'ended', received: null, fee: null },
  { status: 'paid', received: euros(1_000), fee: null },
  { status: 'paid', received: euros(1_000), fee: euros(40) },
];

describe('a payment by card', () => {
  it('is received and costs its fee once, whatever is said of it how often and in whichever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...said), { maxLength: 20 }), (history) => {
        let kept: KeptCardPayment = { status: 'open', received: null, fee: null };
        const [received, fees]: [number[], number[]] = [[], []];
        for (const one of history) {
          const change = changeOfCardPayment(kept, one);
          if (change.received !== null) received.push(change.received.amountMinor);
          if (change.fee !== null) fees.push(change.fee.amountMinor);
          kept = { status: change.status, received: change.received ?? kept.received, fee: change.fee ?? kept.fee };
        }
        const isPaid = history.some(({ status }) => status === 'paid');
        expect(received).toEqual(isPaid ? [1_000] : []);
        expect(fees).toEqual(history.some(({ fee }) => fee !== null) ? [40] : []);
        expect(kept.status === 'paid').toBe(isPaid);
      }),
    );
  });

  it('is looked at soon while somebody waits for it, and seldom once it was left', () => {
    const madeAt = '2026-03-02T09:00:00.000Z';
    const after = (seconds: number) =>
      secondsToNextLook(madeAt, new Date(Date.parse(madeAt) + seconds * 1_000).toISOString());
    expect([0, 15, 60, 120, 600, 2_400, 86_400].map(after)).toEqual([15, 15, 15, 30, 150, 600, 600]);
    // A clock that was set back looks again as soon as at the beginning.
    expect(after(-3_600)).toBe(15);
  });

  it('is of an amount that cards know', () => {
    expect(refusalOf(() => demandPayableByCard(euros(1)))).toBeNull();
    expect(refusalOf(() => demandPayableByCard({ amountMinor: 1_230, currency: 'KWD' }))).toBeNull();
    for (const amount of [euros(0), euros(100_000_000), { amountMinor: 1_234, currency: 'KWD' } as const]) {
      expect(refusalOf(() => demandPayableByCard(amount))).toBe('card-payment.bad-amount amount.amountMinor');
    }
  });

  it('gives back no more to the card than came from it', () => {
    expect(refusalOf(() => demandRefundableToCard(euros(600), euros(1_000), euros(400)))).toBeNull();
    expect(refusalOf(() => demandRefundableToCard(euros(601), euros(1_000), euros(400)))).toBe(
      'refund.beyond-payment amount.amountMinor',
    );
    expect(refusalOf(() => demandRefundableToCard(euros(1), null, euros(0)))).toBe('card-payment.not-paid');
  });
});

describe('a refund to a card', () => {
  it('goes, is the business’s money again where it does not, and comes back only after it went', () => {
    expect(refundBecomes('asked', 'pending')).toBeNull();
    expect(refundBecomes('asked', 'sent')).toBe('sent');
    expect(refundBecomes('asked', 'failed')).toBe('withdrawn');
    expect(refundBecomes('sent', 'failed')).toBe('returned');
    for (const over of ['withdrawn', 'returned'] as const) expect(refundBecomes(over, 'sent')).toBeNull();
    expect(refundBecomes('sent', 'sent')).toBeNull();
  });
});

describe('a payment that the card’s holder disputes', () => {
  it('is taken back once and given back once, in this order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<ChargebackStatus>('taken', 'given-back'), { maxLength: 8 }), (history) => {
        let kept: ChargebackStatus | null = null;
        const facts: string[] = [];
        for (const status of history) {
          facts.push(...chargebackFacts(kept, status));
          kept = kept === 'given-back' ? kept : status;
        }
        const all = ['chargebackTaken', 'chargebackWon'];
        expect(facts).toEqual(all.slice(0, history.includes('given-back') ? 2 : history.length === 0 ? 0 : 1));
      }),
    );
  });

  it('costs what the service takes for it once, and gives back no more of that than the service does, once', () => {
    const histories = fc.array(fc.record({ taken: fc.nat(5_000), share: fc.nat(100) }), { maxLength: 8 });
    fc.assert(
      fc.property(histories, (history) => {
        const [posted, largest] = [
          { taken: 0, givenBack: 0 },
          { taken: 0, givenBack: 0 },
        ];
        let kept: DisputeFees | null = null;
        for (const { taken, share } of history) {
          const told: DisputeFees = { taken: euros(taken), givenBack: euros(Math.floor((taken * share) / 100)) };
          const change: DisputeFees | null = newDisputeFees(kept, told);
          for (const of of ['taken', 'givenBack'] as const) {
            posted[of] += change![of].amountMinor;
            largest[of] = Math.max(largest[of], told[of].amountMinor);
          }
          kept = { taken: euros(posted.taken), givenBack: euros(posted.givenBack) };
        }
        expect(posted).toEqual(largest);
      }),
    );
    expect(newDisputeFees(null, null)).toBeNull();
    const yen: Money = { amountMinor: 1, currency: 'JPY' };
    expect(newDisputeFees({ taken: euros(1), givenBack: euros(0) }, { taken: yen, givenBack: yen })).toBeNull();
  });
});
