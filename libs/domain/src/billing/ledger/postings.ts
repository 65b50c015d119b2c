import type { Currency } from '../money/currency.js';
import { add, type Money, sameCurrency } from '../money/money.js';
import type { Account } from './account.js';
import type { FundsHeldFact, LedgerFact, LedgerFactType, PayoutSentFact } from './ledger-fact.js';

/** One line of a transaction: debits are positive, credits negative, in minor units. */
export interface Posting {
  readonly account: Account;
  readonly amountMinor: number;
}

/** What one fact does to the books. Its postings sum to zero. */
export interface LedgerTransaction {
  /** The fact and the id of what it is about: the same fact is never posted twice. */
  readonly reference: string;
  readonly cause: { readonly fact: LedgerFactType; readonly id: string };
  readonly currency: Currency;
  readonly postings: readonly Posting[];
}

type Fact<Type extends LedgerFactType> = Extract<LedgerFact, { readonly type: Type }>;

interface PostingRule<F> {
  /** What the fact is about. */
  readonly id: (fact: F) => string;
  readonly postings: (fact: F) => readonly Posting[];
}

const post = (
  side: 1 | -1,
  party: Account['party'],
  purpose: Account['purpose'],
  { amountMinor, currency }: Money,
): Posting => ({ account: { party, purpose, currency }, amountMinor: side * amountMinor });

const debit = (party: Account['party'], purpose: Account['purpose'], amount: Money): Posting =>
  post(1, party, purpose, amount);
const credit = (party: Account['party'], purpose: Account['purpose'], amount: Money): Posting =>
  post(-1, party, purpose, amount);

const letGo = ({ businessId, amount }: Omit<FundsHeldFact, 'type'>): Posting[] => [
  debit(businessId, 'held', amount),
  credit(businessId, 'prepaid', amount),
];

const backAtService = ({ agencyId, earnings, tax }: Omit<PayoutSentFact, 'type' | 'payoutId'>): Posting[] => [
  debit(null, 'payment-service', add(earnings, tax)),
  credit(agencyId, 'agency-payable', earnings),
  credit(agencyId, 'tax-payable', tax),
];

/** The accounting of the marketplace, in one table. A fact without an entry doesn't compile. */
const rules: { readonly [Type in LedgerFactType]: PostingRule<Fact<Type>> } = {
  receiptBooked: {
    id: ({ receiptId }) => receiptId,
    postings: ({ amount }) => [debit(null, 'payment-clearing', amount), credit(null, 'unassigned', amount)],
  },
  receiptAssigned: {
    id: ({ receiptId, assignmentId = receiptId }) => assignmentId,
    postings: ({ businessId, amount }) => [debit(null, 'unassigned', amount), credit(businessId, 'prepaid', amount)],
  },
  receiptUnassigned: {
    id: ({ assignmentId }) => assignmentId,
    postings: ({ businessId, amount }) => [debit(businessId, 'prepaid', amount), credit(null, 'unassigned', amount)],
  },
  agencyPaidBack: {
    id: ({ receiptId, assignmentId = receiptId }) => assignmentId,
    postings: ({ agencyId, amount }) => [debit(null, 'unassigned', amount), credit(agencyId, 'agency-payable', amount)],
  },
  agencyRepaymentUndone: {
    id: ({ assignmentId }) => assignmentId,
    postings: ({ agencyId, amount }) => [debit(agencyId, 'agency-payable', amount), credit(null, 'unassigned', amount)],
  },
  invoiceIssued: {
    id: ({ invoiceId }) => invoiceId,
    postings: ({ agencyId, businessId, subtotal, commission, tax, total }) => [
      debit(businessId, 'receivable', total),
      credit(agencyId, 'agency-payable', subtotal),
      credit(null, 'commission', commission),
      credit(agencyId, 'tax-payable', tax),
    ],
  },
  creditNoteIssued: {
    id: ({ creditNoteId }) => creditNoteId,
    postings: ({ agencyId, businessId, subtotal, commission, tax, total, invoiceIsPaid }) => [
      debit(agencyId, 'agency-payable', subtotal),
      debit(null, 'commission', commission),
      debit(agencyId, 'tax-payable', tax),
      credit(businessId, invoiceIsPaid ? 'prepaid' : 'receivable', total),
    ],
  },
  invoicePaid: {
    id: ({ invoiceId }) => invoiceId,
    postings: ({ businessId, total }) => [debit(businessId, 'prepaid', total), credit(businessId, 'receivable', total)],
  },
  payoutSent: {
    id: ({ payoutId }) => payoutId,
    postings: ({ agencyId, earnings, tax }) => [
      debit(agencyId, 'agency-payable', earnings),
      debit(agencyId, 'tax-payable', tax),
      credit(null, 'payment-clearing', add(earnings, tax)),
    ],
  },
  payoutReturned: {
    id: ({ payoutId }) => payoutId,
    postings: ({ agencyId, earnings, tax }) => [
      debit(null, 'payment-clearing', add(earnings, tax)),
      credit(agencyId, 'agency-payable', earnings),
      credit(agencyId, 'tax-payable', tax),
    ],
  },
  fundsHeld: {
    id: ({ changeId }) => changeId,
    postings: ({ businessId, amount }) => [debit(businessId, 'prepaid', amount), credit(businessId, 'held', amount)],
  },
  fundsReleased: { id: ({ changeId }) => changeId, postings: letGo },
  absenceCredited: { id: ({ changeId }) => changeId, postings: letGo },
  refundAsked: {
    id: ({ refundId }) => refundId,
    postings: ({ businessId, amount }) => [
      debit(businessId, 'prepaid', amount),
      credit(businessId, 'refunds-payable', amount),
    ],
  },
  refundWithdrawn: {
    id: ({ refundId }) => refundId,
    postings: ({ businessId, amount }) => [
      debit(businessId, 'refunds-payable', amount),
      credit(businessId, 'prepaid', amount),
    ],
  },
  refundSent: {
    id: ({ refundId }) => refundId,
    postings: ({ businessId, amount }) => [
      debit(businessId, 'refunds-payable', amount),
      credit(null, 'payment-clearing', amount),
    ],
  },
  refundReturned: {
    id: ({ refundId }) => refundId,
    postings: ({ businessId, amount }) => [
      debit(null, 'payment-clearing', amount),
      credit(businessId, 'prepaid', amount),
    ],
  },
  disputeHeld: {
    id: ({ holdId }) => holdId,
    postings: ({ agencyId, earnings, tax }) => [
      debit(agencyId, 'agency-payable', earnings),
      debit(agencyId, 'tax-payable', tax),
      credit(agencyId, 'disputed', add(earnings, tax)),
    ],
  },
  disputeSettled: {
    id: ({ holdId }) => holdId,
    postings: ({ agencyId, earnings, tax }) => [
      debit(agencyId, 'disputed', add(earnings, tax)),
      credit(agencyId, 'agency-payable', earnings),
      credit(agencyId, 'tax-payable', tax),
    ],
  },
  reminderFeeCharged: {
    id: ({ feeId }) => feeId,
    postings: ({ agencyId, businessId, amount }) => [
      debit(businessId, 'receivable', amount),
      credit(agencyId, 'agency-payable', amount),
    ],
  },
  reminderFeePaid: {
    id: ({ feeId }) => feeId,
    postings: ({ businessId, amount }) => [
      debit(businessId, 'prepaid', amount),
      credit(businessId, 'receivable', amount),
    ],
  },
  reminderFeeWaived: {
    id: ({ feeId }) => feeId,
    postings: ({ agencyId, businessId, amount, isPaid }) => [
      debit(agencyId, 'agency-payable', amount),
      credit(businessId, isPaid ? 'prepaid' : 'receivable', amount),
    ],
  },
  bankFeeCharged: {
    id: ({ feeId }) => feeId,
    postings: ({ amount }) => [debit(null, 'payment-fees', amount), credit(null, 'payment-clearing', amount)],
  },
  cardPaymentReceived: {
    id: ({ paymentId }) => paymentId,
    postings: ({ businessId, amount }) => [
      debit(null, 'payment-service', amount),
      credit(businessId, 'prepaid', amount),
    ],
  },
  serviceFeeCharged: {
    id: ({ feeId }) => feeId,
    postings: ({ amount }) => [debit(null, 'payment-fees', amount), credit(null, 'payment-service', amount)],
  },
  serviceFeeReturned: {
    id: ({ feeId }) => feeId,
    postings: ({ amount }) => [debit(null, 'payment-service', amount), credit(null, 'payment-fees', amount)],
  },
  cardRefundSent: {
    id: ({ refundId }) => refundId,
    postings: ({ businessId, amount }) => [
      debit(businessId, 'refunds-payable', amount),
      credit(null, 'payment-service', amount),
    ],
  },
  cardRefundReturned: {
    id: ({ refundId }) => refundId,
    postings: ({ businessId, amount }) => [
      debit(null, 'payment-service', amount),
      credit(businessId, 'prepaid', amount),
    ],
  },
  chargebackTaken: {
    id: ({ chargebackId }) => chargebackId,
    postings: ({ businessId, amount }) => [
      debit(businessId, 'prepaid', amount),
      credit(null, 'payment-service', amount),
    ],
  },
  chargebackWon: {
    id: ({ chargebackId }) => chargebackId,
    postings: ({ businessId, amount }) => [
      debit(null, 'payment-service', amount),
      credit(businessId, 'prepaid', amount),
    ],
  },
  payoutTransferred: {
    id: ({ payoutId }) => payoutId,
    postings: ({ agencyId, earnings, tax }) => [
      debit(agencyId, 'agency-payable', earnings),
      debit(agencyId, 'tax-payable', tax),
      credit(null, 'payment-service', add(earnings, tax)),
    ],
  },
  transferReversed: { id: ({ payoutId }) => payoutId, postings: backAtService },
  transferPartlyReversed: { id: ({ reversalId }) => reversalId, postings: backAtService },
  serviceSettled: {
    id: ({ receiptId }) => receiptId,
    postings: ({ amount }) => [debit(null, 'unassigned', amount), credit(null, 'payment-service', amount)],
  },
};

/**
 * What a fact does to the books; postings of nothing are left out, so a fact about nothing has none.
 * @throws DomainError `money.currencies-differ`, `money.too-large`
 * @throws Error when it doesn't sum to zero, which is a fault of the fact's maker
 */
export function transactionOf<Type extends LedgerFactType>(fact: Fact<Type>): LedgerTransaction {
  const type: Type = fact.type as Type;
  const rule: PostingRule<Fact<Type>> = rules[type];
  const all = rule.postings(fact);
  const currency = currencyOf(all);
  const postings = all.filter(({ amountMinor }) => amountMinor !== 0);
  const rest = postings.reduce((total, { amountMinor }) => total + BigInt(amountMinor), 0n);
  if (rest !== 0n) throw new Error(`${type} leaves ${rest} ${currency}`);
  const id = rule.id(fact);
  return { reference: `${type}:${id}`, cause: { fact: type, id }, currency, postings };
}

function currencyOf(postings: readonly Posting[]): Currency {
  const amounts = postings.map(({ account, amountMinor }): Money => ({ amountMinor, currency: account.currency }));
  const [first, ...others] = amounts;
  if (first === undefined) throw new Error('a fact without postings has no place in the books');
  for (const other of others) sameCurrency(first, other);
  return first.currency;
}
