import * as fc from 'fast-check';
import type { AgencyId, BusinessId, CreditNoteId, InvoiceId } from '../../ids.js';
import type { Currency } from '../money/currency.js';
import { add, type Money, subtract, sum } from '../money/money.js';
import { naturalBalance } from './account.js';
import type { LedgerFact, LedgerFactType } from './ledger-fact.js';
import { type Posting, transactionOf } from './postings.js';

const agencyId = 'agency' as AgencyId;
const businessId = 'business' as BusinessId;
const currencies = ['EUR', 'JPY', 'KWD'] as const satisfies readonly Currency[];
const upTo = 1_000_000_000;

const amount = (currency: Currency) =>
  fc.integer({ min: 0, max: upTo }).map((amountMinor): Money => ({ amountMinor, currency }));
const oneOf = fc.constantFrom<Currency>(...currencies);

/** One of each kind there is: a fact without a generator doesn't compile. */
const factsOf = (
  currency: Currency,
): { readonly [Type in LedgerFactType]: fc.Arbitrary<Extract<LedgerFact, { readonly type: Type }>> } => {
  const id = fc.uuid();
  const some = amount(currency);
  const invoiced = fc
    .record({ subtotal: some, commission: some, tax: some })
    .map((parts) => ({ agencyId, businessId, ...parts, total: sum(Object.values(parts), currency) }));
  const receipt = fc.record({ receiptId: id, amount: some });
  const payout = fc.record({ payoutId: id, agencyId: fc.constant(agencyId), earnings: some, tax: some });
  const held = fc.record({ changeId: id, businessId: fc.constant(businessId), amount: some });
  const refund = fc.record({ refundId: id, businessId: fc.constant(businessId), amount: some });
  const dispute = fc.record({ holdId: id, agencyId: fc.constant(agencyId), earnings: some, tax: some });
  const taken = fc.record({ feeId: id, amount: some });
  const fee = taken.map((of) => ({ businessId, ...of }));
  const agencyFee = fee.map((of) => ({ agencyId, ...of }));
  const card = fc.record({ paymentId: id, amount: some }).map((of) => ({ businessId, ...of }));
  const chargeback = fc.record({ chargebackId: id, amount: some }).map((of) => ({ businessId, ...of }));
  const as = <Type extends LedgerFactType, Of extends object>(type: Type, of: fc.Arbitrary<Of>) =>
    of.map((one) => ({ type, ...one }));
  return {
    receiptBooked: as('receiptBooked', receipt),
    receiptUnassigned: as(
      'receiptUnassigned',
      receipt.map(({ receiptId: assignmentId, amount: of }) => ({ businessId, assignmentId, amount: of })),
    ),
    agencyPaidBack: as(
      'agencyPaidBack',
      receipt.map((of) => ({ agencyId, ...of })),
    ),
    agencyRepaymentUndone: as(
      'agencyRepaymentUndone',
      receipt.map(({ receiptId: assignmentId, amount: of }) => ({ agencyId, assignmentId, amount: of })),
    ),
    receiptAssigned: as(
      'receiptAssigned',
      receipt.map((of) => ({ businessId, ...of })),
    ),
    invoiceIssued: as(
      'invoiceIssued',
      fc.tuple(id, invoiced).map(([invoiceId, of]) => ({ invoiceId: invoiceId as InvoiceId, ...of })),
    ),
    creditNoteIssued: as(
      'creditNoteIssued',
      fc
        .tuple(id, invoiced, fc.boolean())
        .map(([noteId, of, invoiceIsPaid]) => ({ creditNoteId: noteId as CreditNoteId, ...of, invoiceIsPaid })),
    ),
    invoicePaid: as(
      'invoicePaid',
      fc.tuple(id, some).map(([invoiceId, total]) => ({ invoiceId: invoiceId as InvoiceId, businessId, total })),
    ),
    payoutSent: as('payoutSent', payout),
    payoutReturned: as('payoutReturned', payout),
    fundsHeld: as('fundsHeld', held),
    fundsReleased: as('fundsReleased', held),
    absenceCredited: as('absenceCredited', held),
    refundAsked: as('refundAsked', refund),
    refundWithdrawn: as('refundWithdrawn', refund),
    refundSent: as('refundSent', refund),
    refundReturned: as('refundReturned', refund),
    disputeHeld: as('disputeHeld', dispute),
    disputeSettled: as('disputeSettled', dispute),
    reminderFeeCharged: as('reminderFeeCharged', agencyFee),
    reminderFeePaid: as('reminderFeePaid', fee),
    reminderFeeWaived: as(
      'reminderFeeWaived',
      fc.tuple(agencyFee, fc.boolean()).map(([of, isPaid]) => ({ ...of, isPaid })),
    ),
    bankFeeCharged: as('bankFeeCharged', taken),
    cardPaymentReceived: as('cardPaymentReceived', card),
    serviceFeeCharged: as('serviceFeeCharged', taken),
    serviceFeeReturned: as('serviceFeeReturned', taken),
    cardRefundSent: as('cardRefundSent', refund),
    cardRefundReturned: as('cardRefundReturned', refund),
    chargebackTaken: as('chargebackTaken', chargeback),
    chargebackWon: as('chargebackWon', chargeback),
    payoutTransferred: as('payoutTransferred', payout),
    transferReversed: as('transferReversed', payout),
    transferPartlyReversed: as(
      'transferPartlyReversed',
      payout.map(({ payoutId: reversalId, ...of }) => ({ reversalId, ...of })),
    ),
    serviceSettled: as('serviceSettled', receipt),
  };
};
const factOf = (currency: Currency): fc.Arbitrary<LedgerFact> =>
  fc.oneof(...Object.values<fc.Arbitrary<LedgerFact>>(factsOf(currency)));

const totalOf = (postings: readonly Posting[]): number =>
  postings.reduce((total, { amountMinor }) => total + amountMinor, 0);

describe('the books', () => {
  it('take in every fact as debits and credits of one currency that sum to zero', () => {
    const facts = oneOf.chain((currency) => factOf(currency).map((fact) => ({ currency, fact })));
    fc.assert(
      fc.property(facts, ({ currency, fact }) => {
        const { postings, ...of } = transactionOf(fact);
        expect(of.currency).toBe(currency);
        expect(totalOf(postings)).toBe(0);
        expect(postings.every(({ account }) => account.currency === currency)).toBe(true);
        expect(postings.every(({ amountMinor }) => amountMinor !== 0)).toBe(true);
      }),
      { numRuns: Number(process.env['AJUDANT_PROPERTY_CASES'] ?? 1_000) },
    );
  });

  it('name each fact once, so that it can be posted only once', () => {
    const receipt = { receiptId: 'r-1', amount: { amountMinor: 5, currency: 'EUR' } } as const;
    expect(transactionOf({ type: 'receiptBooked', ...receipt }).reference).toBe('receiptBooked:r-1');
    expect(transactionOf({ type: 'receiptAssigned', businessId, ...receipt }).reference).toBe('receiptAssigned:r-1');
  });

  it('refuse a fact whose amounts do not add up, or are of two currencies', () => {
    const [subtotal, commission, tax] = [100, 10, 21].map((amountMinor): Money => ({ amountMinor, currency: 'EUR' }));
    const invoice = { invoiceId: 'i-1' as InvoiceId, agencyId, businessId, subtotal, commission, tax } as const;
    const issued = (total: Money) =>
      transactionOf({ type: 'invoiceIssued', ...(invoice as Required<typeof invoice>), total } as never);
    expect(() => issued({ amountMinor: 132, currency: 'EUR' })).toThrow('invoiceIssued leaves 1 EUR');
    expect(() => issued({ amountMinor: 131, currency: 'USD' })).toThrow('money.currencies-differ');
  });

  it('come to the same as a simple count of what each has paid, earned and received', () => {
    const facts = fc.array(factOf('EUR'), { maxLength: 40 });
    fc.assert(
      fc.property(facts, (history) => {
        const balances = new Map<string, number>();
        for (const fact of history) {
          for (const { account, amountMinor } of transactionOf(fact).postings) {
            balances.set(account.purpose, (balances.get(account.purpose) ?? 0) + amountMinor);
          }
        }
        const balance = (purpose: Posting['account']['purpose']): number =>
          naturalBalance(purpose, balances.get(purpose) ?? 0);
        const count = counted(history);
        expect(balance('payment-clearing')).toBe(count.bank);
        expect(balance('payment-service')).toBe(count.atService);
        expect(balance('payment-fees')).toBe(count.fees);
        expect(balance('prepaid')).toBe(count.prepaid);
        expect(balance('held')).toBe(count.held);
        expect(balance('refunds-payable')).toBe(count.toRefund);
        expect(balance('receivable')).toBe(count.owed);
        expect(balance('agency-payable') + balance('tax-payable')).toBe(count.toAgencies);
        expect(balance('disputed')).toBe(count.disputed);
        expect(balance('commission')).toBe(count.ours);
        expect(totalOf([...balances].map(([, amountMinor]) => ({ amountMinor })) as unknown as Posting[])).toBe(0);
      }),
      { numRuns: Number(process.env['AJUDANT_PROPERTY_CASES'] ?? 2_000) },
    );
  });
});

/** What an owner would keep on a slip of paper. */
function counted(history: readonly LedgerFact[]) {
  const slip = {
    atService: 0,
    fees: 0,
    bank: 0,
    prepaid: 0,
    held: 0,
    toRefund: 0,
    owed: 0,
    toAgencies: 0,
    disputed: 0,
    ours: 0,
  };
  const move = (from: keyof typeof slip | null, to: keyof typeof slip | null, { amountMinor }: Money): void => {
    if (from !== null) slip[from] -= amountMinor;
    if (to !== null) slip[to] += amountMinor;
  };
  const moves: { readonly [Type in LedgerFactType]: (fact: Extract<LedgerFact, { type: Type }>) => void } = {
    receiptBooked: ({ amount: came }) => move(null, 'bank', came),
    receiptAssigned: ({ amount: came }) => move(null, 'prepaid', came),
    receiptUnassigned: ({ amount: came }) => move('prepaid', null, came),
    agencyPaidBack: ({ amount: came }) => move(null, 'toAgencies', came),
    agencyRepaymentUndone: ({ amount: came }) => move('toAgencies', null, came),
    invoiceIssued: ({ total, commission }) => {
      move(null, 'owed', total);
      move(null, 'ours', commission);
      move(null, 'toAgencies', subtract(total, commission));
    },
    creditNoteIssued: ({ total, commission, invoiceIsPaid }) => {
      if (invoiceIsPaid) move(null, 'prepaid', total);
      else move('owed', null, total);
      move('ours', null, commission);
      move('toAgencies', null, subtract(total, commission));
    },
    invoicePaid: ({ total }) => {
      move('prepaid', null, total);
      move('owed', null, total);
    },
    payoutSent: ({ earnings, tax }) => {
      move('bank', null, add(earnings, tax));
      move('toAgencies', null, add(earnings, tax));
    },
    payoutReturned: ({ earnings, tax }) => {
      move(null, 'bank', add(earnings, tax));
      move(null, 'toAgencies', add(earnings, tax));
    },
    fundsHeld: ({ amount: kept }) => move('prepaid', 'held', kept),
    fundsReleased: ({ amount: kept }) => move('held', 'prepaid', kept),
    absenceCredited: ({ amount: kept }) => move('held', 'prepaid', kept),
    refundAsked: ({ amount: back }) => move('prepaid', 'toRefund', back),
    refundWithdrawn: ({ amount: back }) => move('toRefund', 'prepaid', back),
    refundSent: ({ amount: back }) => {
      move('toRefund', null, back);
      move('bank', null, back);
    },
    refundReturned: ({ amount: back }) => {
      move(null, 'prepaid', back);
      move(null, 'bank', back);
    },
    disputeHeld: ({ earnings, tax }) => move('toAgencies', 'disputed', add(earnings, tax)),
    disputeSettled: ({ earnings, tax }) => move('disputed', 'toAgencies', add(earnings, tax)),
    reminderFeeCharged: ({ amount: fee }) => {
      move(null, 'owed', fee);
      move(null, 'toAgencies', fee);
    },
    reminderFeePaid: ({ amount: fee }) => {
      move('prepaid', null, fee);
      move('owed', null, fee);
    },
    reminderFeeWaived: ({ amount: fee, isPaid }) => {
      if (isPaid) move(null, 'prepaid', fee);
      else move('owed', null, fee);
      move('toAgencies', null, fee);
    },
    bankFeeCharged: ({ amount: fee }) => move('bank', 'fees', fee),
    cardPaymentReceived: ({ amount: came }) => {
      move(null, 'atService', came);
      move(null, 'prepaid', came);
    },
    serviceFeeCharged: ({ amount: fee }) => move('atService', 'fees', fee),
    serviceFeeReturned: ({ amount: fee }) => move('fees', 'atService', fee),
    cardRefundSent: ({ amount: back }) => {
      move('toRefund', null, back);
      move('atService', null, back);
    },
    cardRefundReturned: ({ amount: back }) => {
      move(null, 'prepaid', back);
      move(null, 'atService', back);
    },
    chargebackTaken: ({ amount: taken }) => {
      move('prepaid', null, taken);
      move('atService', null, taken);
    },
    chargebackWon: ({ amount: back }) => {
      move(null, 'prepaid', back);
      move(null, 'atService', back);
    },
    payoutTransferred: ({ earnings, tax }) => {
      move('atService', null, add(earnings, tax));
      move('toAgencies', null, add(earnings, tax));
    },
    transferReversed: ({ earnings, tax }) => {
      move(null, 'atService', add(earnings, tax));
      move(null, 'toAgencies', add(earnings, tax));
    },
    transferPartlyReversed: ({ earnings, tax }) => {
      move(null, 'atService', add(earnings, tax));
      move(null, 'toAgencies', add(earnings, tax));
    },
    serviceSettled: ({ amount: came }) => move('atService', null, came),
  };
  for (const fact of history) (moves[fact.type] as (one: LedgerFact) => void)(fact);
  return slip;
}
