import { every } from '../../every.js';
import type { AgencyId } from '../../ids.js';
import { demand } from '../../policy.js';
import type { Currency } from '../money/currency.js';
import { add, compare, type Money, subtract, sum } from '../money/money.js';

/**
 * An agency's paid invoice or fee of a reminder that is in no payout yet, what a credit note took back of one, what came back of a transfer, or
 * what the agency has paid back itself.
 */
export interface PaidDocument {
  readonly kind: 'invoice' | 'credit-note' | 'reminder-fee' | 'transfer-reversal' | 'repayment';
  readonly id: string;
  readonly agencyId: AgencyId;
  /** Before tax and without the commission; below nothing for a credit note, as its tax is. */
  readonly earnings: Money;
  readonly tax: Money;
}

/** A bank account to which an agency's money goes. */
export interface BankAccount {
  readonly holder: string;
  /** Without blanks. */
  readonly iban: string;
}

/** What goes to one agency in one transfer; or what comes to nothing, and is settled without one. */
export interface PlannedPayout<Account = BankAccount> {
  readonly agencyId: AgencyId;
  /** Null where there is nothing to transfer. */
  readonly account: Account | null;
  /** One of both may be below nothing, where more of it was taken back than was earned: it lessens the other. */
  readonly earnings: Money;
  readonly tax: Money;
  readonly invoiceIds: readonly string[];
  readonly creditNoteIds: readonly string[];
  readonly reminderFeeIds: readonly string[];
  /** Of parts of transfers that came back, and are owed again. */
  readonly transferReversalIds: readonly string[];
  /** Receipts by which the agency has paid back what it owed. */
  readonly repaymentIds: readonly string[];
}

/** `made`, then `sent` by the bank, and `returned` where the bank sends it back. */
export type PayoutStatus = 'made' | 'sent' | 'returned';
export const payoutStatuses = every<PayoutStatus>({ made: true, sent: true, returned: true });

/**
 * One payout for each agency to which something is owed and that has an account to which it can go; an invoice's money goes out once and whole,
 * less what was taken back of it. Earnings and tax go in one sum, so it is the sum that counts: tax of before that was taken back lessens
 * the earnings of today. What sums to nothing is settled without a transfer. An agency of which more was taken back than was paid waits
 * until it has earned that, or paid it back.
 * @param documents of one currency
 * @throws DomainError `payout.nothing-due`
 */
export function planPayouts<Account>(
  documents: readonly PaidDocument[],
  accounts: ReadonlyMap<AgencyId, Account>,
  currency: Currency,
): PlannedPayout<Account>[] {
  const perAgency = new Map<AgencyId, PaidDocument[]>();
  for (const document of documents) {
    perAgency.set(document.agencyId, [...(perAgency.get(document.agencyId) ?? []), document]);
  }
  const planned = [...perAgency].flatMap(([agencyId, own]): PlannedPayout<Account>[] => {
    const total = (of: (document: PaidDocument) => Money): Money => sum(own.map(of), currency);
    const [earnings, tax] = [total((document) => document.earnings), total((document) => document.tax)];
    const { amountMinor } = add(earnings, tax);
    const account = amountMinor === 0 ? null : accounts.get(agencyId);
    if (amountMinor < 0 || account === undefined) return [];
    const ids = (wanted: PaidDocument['kind']) => own.filter(({ kind }) => kind === wanted).map(({ id }) => id);
    const of = {
      invoiceIds: ids('invoice'),
      creditNoteIds: ids('credit-note'),
      reminderFeeIds: ids('reminder-fee'),
      transferReversalIds: ids('transfer-reversal'),
      repaymentIds: ids('repayment'),
    };
    return [{ agencyId, account, earnings, tax, ...of }];
  });
  demand(planned.length > 0, 'payout.nothing-due');
  return planned;
}

/** Where agencies can be paid: by the bank, or by the payment service as far as money lies there. */
export interface PayoutMeans<Bank, Service> {
  readonly byBank: ReadonlyMap<AgencyId, Bank>;
  readonly byService: ReadonlyMap<AgencyId, Service>;
  /** What lies with the payment service and isn't promised to anybody. */
  readonly atService: Money;
}

/**
 * As `planPayouts`; whoever has an account at the payment service is paid there as long as there is money for it, and else by the bank, or waits.
 * @throws DomainError `payout.nothing-due`
 */
export function planByAccount<Bank, Service>(
  documents: readonly PaidDocument[],
  { byBank, byService, atService }: PayoutMeans<Bank, Service>,
  currency: Currency,
): PlannedPayout<Bank | Service>[] {
  const all = new Map<AgencyId, Bank | Service>([...byBank, ...byService]);
  let left = atService;
  const planned = planPayouts(documents, all, currency).flatMap((payout): PlannedPayout<Bank | Service>[] => {
    if (payout.account === null || !byService.has(payout.agencyId)) return [payout];
    const total = add(payout.earnings, payout.tax);
    if (compare(total, left) <= 0) {
      left = subtract(left, total);
      return [payout];
    }
    const account = byBank.get(payout.agencyId);
    return account === undefined ? [] : [{ ...payout, account }];
  });
  demand(planned.length > 0, 'payout.nothing-due');
  return planned;
}

/**
 * An agency pays back only what it owes: whatever else it sends would go out to it again with the next payout.
 * @param owes what was taken back of it beyond what it has earned; null for nothing
 * @throws DomainError `receipt.agency-owes-nothing`
 */
export const demandOwing = (owes: Money | null): void => demand(owes !== null, 'receipt.agency-owes-nothing');

/** A payout comes back only after it went. @throws DomainError `payout.not-sent` */
export const demandReturnable = (status: PayoutStatus): void => demand(status === 'sent', 'payout.not-sent');
