import * as fc from 'fast-check';
import { DomainError } from '../domain-error.js';
import type { AgencyId, BusinessId, CreditNoteId, InvoiceId } from '../ids.js';
import { type AccountPurpose, naturalBalance } from './ledger/account.js';
import type { LedgerFact } from './ledger/ledger-fact.js';
import { transactionOf } from './ledger/postings.js';
import type { Currency } from './money/currency.js';
import { add, type Money, moneyOf, subtract, sum, zero } from './money/money.js';
import { changeOfFunds, demandCovered, fundsToCharge } from './payments/booked-funds.js';
import { type PaidDocument, planByAccount } from './payments/payout.js';
import { demandRefundable } from './payments/refund.js';
import { invoicesToSettle } from './payments/settle-invoices.js';
import { comesBack, type KeptTransfer } from './payments/transfer.js';
import { commissionOn, taxOn } from './pricing/quote.js';

const agencyId = 'agency' as AgencyId;
const businessId = 'business' as BusinessId;
/** Agreements of one agency with several businesses: within a country, across borders, and with no commission at all. */
const rates = [
  { commissionBps: 1_000, taxBps: 2_100, taxNote: '' },
  { commissionBps: 1_000, taxBps: 0, taxNote: '' },
  { commissionBps: 1_550, taxBps: 525, taxNote: '' },
  { commissionBps: 0, taxBps: 1_000, taxNote: '' },
] as const;

/** What happens between one business and one agency; `which` picks among what is there. */
const steps = fc.oneof(
  fc.record({ does: fc.constant('deposit' as const), amount: fc.integer({ min: 1, max: 200_000 }) }),
  fc.record({ does: fc.constant('book' as const), amount: fc.integer({ min: 1, max: 60_000 }) }),
  fc.record({ does: fc.constant('callOff' as const), which: fc.nat(9), share: fc.integer({ min: 0, max: 100 }) }),
  fc.record({
    does: fc.constant('invoice' as const),
    amount: fc.integer({ min: 1, max: 60_000 }),
    rate: fc.constantFrom(...rates),
  }),
  fc.record({ does: fc.constant('credit' as const), which: fc.nat(9), share: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ does: fc.constant('refund' as const), amount: fc.integer({ min: 0, max: 200_000 }) }),
  fc.record({ does: fc.constant('sendRefund' as const), which: fc.nat(9), comesBack: fc.boolean() }),
  fc.record({ does: fc.constant('dispute' as const), which: fc.nat(9) }),
  fc.record({ does: fc.constant('settle' as const), which: fc.nat(9) }),
  fc.record({ does: fc.constant('payOut' as const), comesBack: fc.boolean(), byService: fc.boolean() }),
  fc.record({ does: fc.constant('payBack' as const), share: fc.integer({ min: 1, max: 130 }) }),
  fc.record({ does: fc.constant('takeBack' as const), which: fc.nat(9), share: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ does: fc.constant('card' as const), amount: fc.integer({ min: 1, max: 200_000 }), feeBps: fc.nat(400) }),
  fc.record({ does: fc.constant('chargeback' as const), which: fc.nat(9), fee: fc.nat(2_500) }),
  fc.record({ does: fc.constant('win' as const), which: fc.nat(9), share: fc.nat(100) }),
  fc.record({ does: fc.constant('remind' as const), which: fc.nat(9), fee: fc.integer({ min: 1, max: 4_000 }) }),
  fc.record({ does: fc.constant('waive' as const), which: fc.nat(9) }),
);
type Step = typeof steps extends fc.Arbitrary<infer Value> ? Value : never;

interface IssuedInvoice {
  readonly invoiceId: InvoiceId;
  readonly issuedAt: string;
  readonly whole: Charge;
  readonly credited: CreditedCharge[];
  paid: boolean;
  paidOut: boolean;
  disputed: Charge | null;
}
interface ReminderFee {
  readonly feeId: string;
  readonly invoiceId: InvoiceId;
  readonly amount: Money;
  readonly issuedAt: string;
  became: 'open' | 'paid' | 'paidOut' | 'waived';
}
/** A payment by card, and what became of it where its holder disputed it. */
interface CardPayment {
  readonly paymentId: string;
  readonly amount: Money;
  /** What the service took for the dispute. */
  disputeFee: Money;
  became: 'received' | 'taken' | 'givenBack';
}
/** What a payout takes along beside invoices and fees. */
interface Settled {
  isPaidOut: boolean;
}
interface Repayment extends Settled {
  readonly receiptId: string;
  readonly amount: Money;
}
/** A part of a transfer that came back. */
interface PartBack extends Settled {
  readonly reversalId: string;
  readonly payoutId: string;
  readonly earnings: Money;
  readonly tax: Money;
}
/** What went to the agency's account at the payment service, and what it was for. */
interface Transfer extends Omit<KeptTransfer, 'credited'> {
  readonly payoutId: string;
  readonly invoices: readonly IssuedInvoice[];
  readonly fees: readonly ReminderFee[];
  /** What else it has settled. */
  readonly others: readonly Settled[];
}
type CreditedCharge = Charge & Settled;
interface Charge {
  readonly subtotal: Money;
  readonly commission: Money;
  readonly tax: Money;
  readonly total: Money;
}

/** The marketplace by its own rules, with the books that its facts make. */
class Marketplace {
  readonly accounts = new Map<AccountPurpose, number>();
  readonly holds: { held: Money; charged: Money }[] = [];
  readonly invoices: IssuedInvoice[] = [];
  readonly refunds: { amount: Money; status: 'asked' | 'sent' }[] = [];
  readonly fees: ReminderFee[] = [];
  /** What the payment service has got, and what it kept of it. */
  readonly cards = { came: 0, cost: 0 };
  readonly cardPayments: CardPayment[] = [];
  readonly transfers: Transfer[] = [];
  readonly parts: PartBack[] = [];
  readonly repayments: Repayment[] = [];
  private ids = 0;

  constructor(private readonly currency: Currency) {}

  balance(purpose: AccountPurpose): number {
    return naturalBalance(purpose, this.accounts.get(purpose) ?? 0);
  }

  post(fact: LedgerFact): void {
    for (const { account, amountMinor } of transactionOf(fact).postings) {
      this.accounts.set(account.purpose, (this.accounts.get(account.purpose) ?? 0) + amountMinor);
    }
  }

  id(): string {
    return String((this.ids += 1)).padStart(4, '0');
  }

  money(amountMinor: number): Money {
    return { amountMinor, currency: this.currency };
  }

  deposit(amount: Money): void {
    const receiptId = this.id();
    this.post({ type: 'receiptBooked', receiptId, amount });
    this.post({ type: 'receiptAssigned', receiptId, businessId, amount });
    this.settle(new Set());
  }

  payByCard(amount: Money, fee: Money): void {
    const paymentId = this.id();
    this.cards.came += amount.amountMinor;
    this.cards.cost += fee.amountMinor;
    this.post({ type: 'cardPaymentReceived', paymentId, businessId, amount });
    this.post({ type: 'serviceFeeCharged', feeId: paymentId, amount: fee });
    this.cardPayments.push({ paymentId, amount, disputeFee: zero(this.currency), became: 'received' });
    this.settle(new Set());
  }

  takeFromCard(payment: CardPayment, fee: Money): void {
    payment.became = 'taken';
    payment.disputeFee = fee;
    this.cards.cost += fee.amountMinor;
    const { paymentId: chargebackId, amount } = payment;
    this.post({ type: 'chargebackTaken', chargebackId, businessId, amount });
    this.post({ type: 'serviceFeeCharged', feeId: this.id(), amount: fee });
  }

  winCardDispute(payment: CardPayment, feeBack: Money): void {
    payment.became = 'givenBack';
    this.cards.cost -= feeBack.amountMinor;
    const { paymentId: chargebackId, amount } = payment;
    this.post({ type: 'chargebackWon', chargebackId, businessId, amount });
    this.post({ type: 'serviceFeeReturned', feeId: this.id(), amount: feeBack });
    this.settle(new Set());
  }

  remind({ invoiceId }: IssuedInvoice, amount: Money): void {
    const feeId = this.id();
    this.post({ type: 'reminderFeeCharged', feeId, agencyId, businessId, amount });
    this.fees.push({ feeId, invoiceId, amount, issuedAt: new Date(this.ids).toISOString(), became: 'open' });
    this.settle(new Set());
  }

  waive(fee: ReminderFee): void {
    fee.became = 'waived';
    this.post({ type: 'reminderFeeWaived', feeId: fee.feeId, agencyId, businessId, amount: fee.amount, isPaid: false });
    this.settle(new Set());
  }

  book(price: Money): void {
    const unused = this.money(this.balance('prepaid') - this.balance('receivable'));
    demandCovered({ mode: 'prepaid' }, price, { prepaid: unused, exposure: price });
    this.holds.push({ held: price, charged: zero(this.currency) });
    this.post({ type: 'fundsHeld', changeId: this.id(), businessId, amount: price });
  }

  callOff(index: number, fee: Money): void {
    const hold = this.holds[index]!;
    const change = changeOfFunds(hold, fee);
    if (change.amountMinor >= 0) return;
    this.letGo(index, subtract(zero(this.currency), change), zero(this.currency));
  }

  letGo(index: number, amount: Money, charged: Money): void {
    const hold = this.holds[index]!;
    this.holds[index] = { held: subtract(hold.held, amount), charged: add(hold.charged, charged) };
    this.post({ type: 'fundsReleased', changeId: this.id(), businessId, amount });
  }

  invoice(subtotal: Money, rate: (typeof rates)[number]): void {
    const commission = moneyOf(commissionOn(BigInt(subtotal.amountMinor), rate), this.currency);
    const tax = moneyOf(taxOn(BigInt(add(subtotal, commission).amountMinor), rate), this.currency);
    const whole = { subtotal, commission, tax, total: sum([subtotal, commission, tax], this.currency) };
    const invoiceId = this.id() as InvoiceId;
    this.post({ type: 'invoiceIssued', invoiceId, agencyId, businessId, ...whole });
    const issuedAt = new Date(this.ids).toISOString();
    this.invoices.push({ invoiceId, issuedAt, whole, credited: [], paid: false, paidOut: false, disputed: null });
    const parts = fundsToCharge(
      whole.total,
      this.holds.map(({ held }) => held),
    );
    for (const [index, part] of parts.entries()) if (part.amountMinor > 0) this.letGo(index, part, part);
    this.settle(new Set([invoiceId]));
  }

  credit(invoice: IssuedInvoice, share: number): void {
    const part = (of: keyof Charge): Money => {
      const left = subtract(
        invoice.whole[of],
        sum(
          invoice.credited.map((charge) => charge[of]),
          this.currency,
        ),
      );
      return this.money(Math.floor((left.amountMinor * share) / 100));
    };
    const [subtotal, commission, tax] = [part('subtotal'), part('commission'), part('tax')];
    const back = { subtotal, commission, tax, total: sum([subtotal, commission, tax], this.currency) };
    invoice.credited.push({ ...back, isPaidOut: false });
    const creditNoteId = this.id() as CreditNoteId;
    this.post({ type: 'creditNoteIssued', creditNoteId, agencyId, businessId, invoiceIsPaid: invoice.paid, ...back });
    this.settle(new Set());
  }

  refund(amount: Money): void {
    demandRefundable(amount, this.money(this.balance('prepaid') - this.balance('receivable')));
    this.refunds.push({ amount, status: 'asked' });
    this.post({ type: 'refundAsked', refundId: this.id(), businessId, amount });
  }

  sendRefund(index: number, isReturned: boolean): void {
    const { amount } = this.refunds.splice(index, 1)[0]!;
    this.post({ type: 'refundSent', refundId: this.id(), businessId, amount });
    if (!isReturned) return;
    this.post({ type: 'refundReturned', refundId: this.id(), businessId, amount });
    this.settle(new Set());
  }

  dispute(invoice: IssuedInvoice): void {
    const left = (of: keyof Charge): Money =>
      subtract(
        invoice.whole[of],
        sum(
          invoice.credited.map((charge) => charge[of]),
          this.currency,
        ),
      );
    const [subtotal, tax] = [left('subtotal'), left('tax')];
    invoice.disputed = { subtotal, tax, commission: zero(this.currency), total: add(subtotal, tax) };
    this.post({ type: 'disputeHeld', holdId: this.id(), agencyId, earnings: subtotal, tax });
  }

  settleDispute(invoice: IssuedInvoice): void {
    const { subtotal: earnings, tax } = invoice.disputed!;
    invoice.disputed = null;
    this.post({ type: 'disputeSettled', holdId: this.id(), agencyId, earnings, tax });
  }

  /** What no payout has settled yet. */
  private due() {
    const undisputed = this.invoices.filter(({ paid, disputed }) => paid && disputed === null);
    const invoices = undisputed.filter(({ paidOut }) => !paidOut);
    const notes = undisputed.flatMap(({ credited }) => credited.filter(({ isPaidOut }) => !isPaidOut));
    const fees = this.fees.filter(({ became, invoiceId }) => became === 'paid' && !this.isDisputed(invoiceId));
    const parts = this.parts.filter(({ isPaidOut }) => !isPaidOut);
    const repayments = this.repayments.filter(({ isPaidOut }) => !isPaidOut);
    const nothing = zero(this.currency);
    const back = (amount: Money): Money => subtract(nothing, amount);
    const documents: PaidDocument[] = [
      ...invoices.map(({ invoiceId, whole: { subtotal, tax } }) => {
        return { kind: 'invoice' as const, id: invoiceId, agencyId, earnings: subtotal, tax };
      }),
      ...notes.map(({ subtotal, tax }, index) => {
        return { kind: 'credit-note' as const, id: `${index}`, agencyId, earnings: back(subtotal), tax: back(tax) };
      }),
      ...fees.map(({ feeId: id, amount: earnings }) => {
        return { kind: 'reminder-fee' as const, id, agencyId, earnings, tax: nothing };
      }),
      ...parts.map(({ reversalId: id, earnings, tax }) => {
        return { kind: 'transfer-reversal' as const, id, agencyId, earnings, tax };
      }),
      ...repayments.map(({ receiptId: id, amount: earnings }) => {
        return { kind: 'repayment' as const, id, agencyId, earnings, tax: nothing };
      }),
    ];
    return { documents, invoices, notes, fees, parts, repayments };
  }

  /** The agency pays back what it owes, or a part of it, or more. */
  payBack(share: number): void {
    const owed = -sumOf(this.due().documents.map(({ earnings, tax }) => minorOf(earnings) + minorOf(tax)));
    if (owed <= 0) return;
    const [receiptId, amount] = [this.id(), this.money(Math.ceil((owed * share) / 100))];
    this.post({ type: 'receiptBooked', receiptId, amount });
    this.post({ type: 'agencyPaidBack', receiptId, agencyId, amount });
    this.repayments.push({ receiptId, amount, isPaidOut: false });
  }

  payOut(isReturned: boolean, byService: boolean): void {
    const { documents, invoices, notes, fees, parts, repayments } = this.due();
    const planned = planByAccount(
      documents,
      {
        byBank: new Map([[agencyId, 'bank' as const]]),
        byService: new Map(byService ? [[agencyId, 'service' as const]] : []),
        atService: this.money(this.balance('payment-service')),
      },
      this.currency,
    );
    const { earnings, tax, account } = planned[0]!;
    const payoutId = this.id();
    const posted = { payoutId, agencyId, earnings, tax };
    this.post({ type: account === 'service' ? 'payoutTransferred' : 'payoutSent', ...posted });
    // What comes to nothing goes nowhere, and never comes back.
    if (isReturned && account !== null) {
      this.post({ type: account === 'bank' ? 'payoutReturned' : 'transferReversed', ...posted });
      return;
    }
    for (const invoice of invoices) invoice.paidOut = true;
    for (const fee of fees) fee.became = 'paidOut';
    const others = [...notes, ...parts, ...repayments];
    for (const other of others) other.isPaidOut = true;
    if (account !== 'service') return;
    const cameBack = { earnings: zero(this.currency), tax: zero(this.currency) };
    this.transfers.push({
      payoutId,
      status: 'sent',
      earnings,
      tax,
      cameBack,
      invoices,
      fees,
      others,
    });
  }

  /** The payment service takes back what it has said to take back of a transfer, in all. */
  takeBack(index: number, reversed: Money): void {
    const transfer = this.transfers[index]!;
    const back = comesBack({ ...transfer, credited: this.creditedOf(transfer) }, reversed);
    if (back === null) return;
    const { earnings, tax } = back;
    if (back.isWhole) {
      this.transfers.splice(index, 1);
      this.post({ type: 'transferReversed', payoutId: transfer.payoutId, agencyId, earnings, tax });
      for (const invoice of transfer.invoices) invoice.paidOut = false;
      for (const fee of transfer.fees) fee.became = 'paid';
      for (const other of transfer.others) other.isPaidOut = false;
      return;
    }
    const reversalId = this.id();
    this.post({ type: 'transferPartlyReversed', reversalId, agencyId, earnings, tax });
    this.parts.push({ reversalId, payoutId: transfer.payoutId, earnings, tax, isPaidOut: false });
    const { cameBack } = transfer;
    this.transfers[index] = {
      ...transfer,
      cameBack: { earnings: add(cameBack.earnings, earnings), tax: add(cameBack.tax, tax) },
    };
  }

  /** What was taken back of its invoices and no payout has settled, less what came back for it. */
  private creditedOf({ payoutId, invoices }: Transfer): Pick<PartBack, 'earnings' | 'tax'> {
    const notes = invoices.flatMap(({ credited }) => credited.filter(({ isPaidOut }) => !isPaidOut));
    const parts = this.parts.filter((part) => part.payoutId === payoutId && !part.isPaidOut);
    const open = (noted: readonly Money[], back: readonly Money[]): Money =>
      this.money(Math.max(0, sumOf(noted.map(minorOf)) - sumOf(back.map(minorOf))));
    return {
      earnings: open(
        notes.map(({ subtotal }) => subtotal),
        parts.map(({ earnings }) => earnings),
      ),
      tax: open(
        notes.map(({ tax }) => tax),
        parts.map(({ tax }) => tax),
      ),
    };
  }

  private isDisputed(id: InvoiceId): boolean {
    return this.invoices.some(({ invoiceId, disputed }) => invoiceId === id && disputed !== null);
  }

  private settle(named: ReadonlySet<string>): void {
    const open = this.invoices
      .filter(({ paid }) => !paid)
      .map(({ invoiceId, issuedAt, whole, credited }) => {
        const back = sum(
          credited.map(({ total }) => total),
          this.currency,
        );
        return { invoiceId, issuedAt, total: subtract(whole.total, back) };
      });
    const fees = this.fees
      .filter(({ became }) => became === 'open')
      .map(({ feeId: reminderFeeId, amount: total, ...fee }) => ({ ...fee, reminderFeeId, total }));
    const prepaid = this.money(this.balance('prepaid'));
    for (const { invoiceId, reminderFeeId = null, total } of invoicesToSettle(prepaid, [...open, ...fees], named)) {
      if (reminderFeeId !== null) {
        this.fees.find(({ feeId }) => feeId === reminderFeeId)!.became = 'paid';
        this.post({ type: 'reminderFeePaid', feeId: reminderFeeId, businessId, amount: total });
        continue;
      }
      this.invoices.find((invoice) => invoice.invoiceId === invoiceId)!.paid = true;
      this.post({ type: 'invoicePaid', invoiceId: invoiceId as InvoiceId, businessId, total });
    }
  }
}

/** What somebody with a pencil would say, who knows nothing of accounts: whose money lies in the bank. */
function inTheBank(market: Marketplace, came: number, went: number) {
  const { invoices, holds, refunds, fees, cards, cardPayments, transfers, parts, repayments } = market;
  const ofFees = (...became: readonly ReminderFee['became'][]): number =>
    sumOf(fees.filter((fee) => became.includes(fee.became)).map(({ amount }) => amount.amountMinor));
  const of = (charges: readonly Charge[], what: keyof Charge): number =>
    charges.reduce((total, charge) => total + charge[what].amountMinor, 0);
  const net = (all: readonly IssuedInvoice[], what: keyof Charge): number =>
    all.reduce((total, { whole, credited }) => total + whole[what].amountMinor - of(credited, what), 0);
  const kept = holds.reduce((total, { held }) => total + held.amountMinor, 0);
  const toRefund = refunds.reduce((total, { amount }) => total + amount.amountMinor, 0);
  const lost = sumOf(cardPayments.filter(({ became }) => became === 'taken').map(({ amount }) => amount.amountMinor));
  const both = ({ earnings, tax }: Pick<PartBack, 'earnings' | 'tax'>): number =>
    earnings.amountMinor + tax.amountMinor;
  const transferred = sumOf(transfers.map((transfer) => both(transfer) - both(transfer.cameBack)));
  const goneOut = invoices.filter((invoice) => invoice.paidOut).map(({ whole }) => whole);
  const settledNotes = invoices.flatMap(({ credited }) => credited.filter(({ isPaidOut }) => isPaidOut));
  const inDispute = invoices.flatMap(({ disputed }) => disputed ?? []);
  const owedAgain = parts.filter(({ isPaidOut }) => !isPaidOut);
  const owed = (what: 'subtotal' | 'tax', again: readonly Money[]): number =>
    net(invoices, what) - of(inDispute, what) - of(goneOut, what) + of(settledNotes, what) + sumOf(again.map(minorOf));
  return {
    lost,
    'payment-clearing': came - went,
    'payment-service': cards.came - cards.cost - lost - transferred,
    'payment-fees': cards.cost,
    held: kept,
    'refunds-payable': toRefund,
    receivable:
      ofFees('open') +
      net(
        invoices.filter((invoice) => !invoice.paid),
        'total',
      ),
    commission: net(invoices, 'commission'),
    'agency-payable':
      owed('subtotal', [
        ...owedAgain.map(({ earnings }) => earnings),
        ...repayments.filter(({ isPaidOut }) => !isPaidOut).map(({ amount }) => amount),
      ]) + ofFees('open', 'paid'),
    'tax-payable': owed(
      'tax',
      owedAgain.map(({ tax }) => tax),
    ),
    disputed: of(inDispute, 'subtotal') + of(inDispute, 'tax'),
  };
}

const pick = <One>(from: readonly One[], which: number): One | undefined => from[which % Math.max(1, from.length)];

/** Takes a step, where there is something to take it with; what the rules refuse has not happened. */
function take(market: Marketplace, step: Step): void {
  const { invoices, holds, refunds } = market;
  switch (step.does) {
    case 'deposit':
      return market.deposit(market.money(step.amount));
    case 'book':
      return market.book(market.money(step.amount));
    case 'callOff': {
      if (holds.length === 0) return;
      const index = step.which % holds.length;
      const { held, charged } = holds[index]!;
      const rest = Math.floor((held.amountMinor * step.share) / 100);
      return market.callOff(index, market.money(charged.amountMinor + rest));
    }
    case 'invoice':
      return market.invoice(market.money(step.amount), step.rate);
    case 'credit': {
      const invoice = pick(
        invoices.filter(({ disputed }) => disputed === null),
        step.which,
      );
      return invoice && market.credit(invoice, step.share);
    }
    case 'refund':
      return market.refund(market.money(step.amount));
    case 'sendRefund':
      return refunds.length === 0 ? undefined : market.sendRefund(step.which % refunds.length, step.comesBack);
    case 'dispute': {
      const invoice = pick(
        invoices.filter(({ paidOut, disputed }) => !paidOut && disputed === null),
        step.which,
      );
      return invoice && market.dispute(invoice);
    }
    case 'settle': {
      const invoice = pick(
        invoices.filter(({ disputed }) => disputed !== null),
        step.which,
      );
      return invoice && market.settleDispute(invoice);
    }
    case 'payOut':
      return market.payOut(step.comesBack, step.byService);
    case 'payBack':
      return market.payBack(step.share);
    case 'takeBack':
      return takeBackStep(market, step);
    case 'chargeback':
    case 'win':
      return disputeStep(market, step);
    case 'card':
      return market.payByCard(
        market.money(step.amount),
        market.money(Math.floor((step.amount * step.feeBps) / 10_000)),
      );
    case 'remind': {
      const late = pick(
        invoices.filter(({ paid, disputed }) => !paid && disputed === null),
        step.which,
      );
      return late && market.remind(late, market.money(step.fee));
    }
    case 'waive': {
      const fee = pick(
        market.fees.filter(({ became }) => became === 'open'),
        step.which,
      );
      return fee && market.waive(fee);
    }
    default:
      return step satisfies never;
  }
}

/** Of what hasn't come back yet, a share does. */
function takeBackStep(market: Marketplace, { which, share }: Extract<Step, { does: 'takeBack' }>): void {
  const { transfers } = market;
  if (transfers.length === 0) return;
  const index = which % transfers.length;
  const { earnings, tax, cameBack } = transfers[index]!;
  const before = add(cameBack.earnings, cameBack.tax);
  const left = subtract(add(earnings, tax), before);
  market.takeBack(index, add(before, market.money(Math.ceil((left.amountMinor * share) / 100))));
}

function disputeStep(market: Marketplace, step: Extract<Step, { does: 'chargeback' | 'win' }>): void {
  const status = step.does === 'win' ? 'taken' : 'received';
  const payment = pick(
    market.cardPayments.filter(({ became }) => became === status),
    step.which,
  );
  if (payment === undefined) return;
  if (step.does === 'chargeback') return market.takeFromCard(payment, market.money(step.fee));
  market.winCardDispute(payment, market.money(Math.floor((payment.disputeFee.amountMinor * step.share) / 100)));
}

/** What a step brought into the bank, or took out of it. */
function moved(step: Step, before: number, after: number): { came: number; went: number } {
  if (step.does === 'deposit') return { came: step.amount, went: 0 };
  if (step.does === 'payBack') return { came: after - before, went: 0 };
  return { came: 0, went: step.does === 'payOut' || step.does === 'sendRefund' ? before - after : 0 };
}

describe('the flow of the money', () => {
  it('agrees with a simple count, whatever happens in whichever order, and nobody has less than nothing', () => {
    const histories = fc.tuple(fc.constantFrom<Currency>('EUR', 'JPY', 'KWD'), fc.array(steps, { maxLength: 40 }));
    fc.assert(
      fc.property(histories, ([currency, history]) => {
        const market = new Marketplace(currency);
        let [came, went] = [0, 0];
        const wrong: string[] = [];
        for (const step of history) {
          const before = market.balance('payment-clearing');
          try {
            take(market, step);
          } catch (error) {
            if (!(error instanceof DomainError)) throw error;
            if (market.balance('payment-clearing') !== before) wrong.push(`${step.does} was refused and moved money`);
            continue;
          }
          const by = moved(step, before, market.balance('payment-clearing'));
          came += by.came;
          went += by.went;
          wrong.push(...faultsOf(market, inTheBank(market, came, went)).map((fault) => `${step.does}: ${fault}`));
        }
        expect(wrong).toEqual([]);
      }),
      { numRuns: Number(process.env['AJUDANT_PROPERTY_CASES'] ?? 2_000) },
    );
  });
});

/** Where the books say otherwise than the count, or what can't be. */
function faultsOf(market: Marketplace, slip: ReturnType<typeof inTheBank>): string[] {
  const counted = [
    'payment-clearing',
    'payment-service',
    'payment-fees',
    'held',
    'refunds-payable',
    'receivable',
    'commission',
    'agency-payable',
    'tax-payable',
    'disputed',
  ] as const;
  const ofAgency = (['agency-payable', 'tax-payable', 'disputed'] as const).map((of) => market.balance(of));
  // What lies in the bank is somebody's: the business's, the agency's as far as it was paid, and the marketplace's.
  const there = slip['payment-clearing'] + slip['payment-service'] + slip['payment-fees'];
  const theirs = market.balance('prepaid') + slip.held + slip['refunds-payable'] - slip.receivable;
  const positive = ['held', 'refunds-payable', 'disputed', 'receivable'] as const;
  return [
    ...counted.filter((purpose) => market.balance(purpose) !== slip[purpose]),
    ...(theirs + sumOf(ofAgency) + slip.commission === there ? [] : ['whose the money is']),
    ...positive.filter((purpose) => market.balance(purpose) < 0).map((purpose) => `${purpose} below nothing`),
    // What the holder of a card took back may have been spent.
    ...(market.balance('prepaid') < -slip.lost ? ['prepaid below what was taken back'] : []),
    ...(sumOf([...market.accounts.values()]) === 0 ? [] : ['the books do not balance']),
  ];
}

const minorOf = ({ amountMinor }: Money): number => amountMinor;
const sumOf = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0);
