import { every } from '../../every.js';
import type { AgencyId } from '../../ids.js';
import { demand } from '../../policy.js';
import type { Currency } from '../money/currency.js';
import { compare, type Money, subtract, sum } from '../money/money.js';

/** An agency's paid invoice or fee of a reminder that is in no payout yet, what a credit note took back of one, or what came back of a transfer. */
export interface PaidDocument {
  readonly kind: 'invoice' | 'credit-note' | 'reminder-fee' | 'transfer-reversal';
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

/** What goes to one agency in one transfer. */
export interface PlannedPayout<Account = BankAccount> {
  readonly agencyId: AgencyId;
  readonly account: Account;
  readonly earnings: Money;
  readonly tax: Money;
  readonly invoiceIds: readonly string[];
  readonly creditNoteIds: readonly string[];
  readonly reminderFeeIds: readonly string[];
  /** Of parts of transfers that came back, and are owed again. */
  readonly transferReversalIds: readonly string[];
}

/** `made`, then `sent` by the bank, and `returned` where the bank sends it back. */
export type PayoutStatus = 'made' | 'sent' | 'returned';
export const payoutStatuses = every<PayoutStatus>({ made: true, sent: true, returned: true });

/**
 * One payout for each agency that has paid invoices and an account to which they can go; an invoice's money goes out once and whole,
 * less what was taken back of it. An agency of which more was taken back than was paid waits until it has earned that.
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
    const account = accounts.get(agencyId);
    if (account === undefined) return [];
    const total = (of: (document: PaidDocument) => Money): Money => sum(own.map(of), currency);
    const [earnings, tax] = [total((document) => document.earnings), total((document) => document.tax)];
    const goes = earnings.amountMinor >= 0 && tax.amountMinor >= 0 && earnings.amountMinor + tax.amountMinor > 0;
    if (!goes) return [];
    const ids = (wanted: PaidDocument['kind']) => own.filter(({ kind }) => kind === wanted).map(({ id }) => id);
    const of = {
      invoiceIds: ids('invoice'),
      creditNoteIds: ids('credit-note'),
      reminderFeeIds: ids('reminder-fee'),
      transferReversalIds: ids('transfer-reversal'),
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
    if (!byService.has(payout.agencyId)) return [payout];
    const total = sum([payout.earnings, payout.tax], currency);
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

/** @throws DomainError `payout.already-sent` */
export const demandSendable = (status: PayoutStatus): void => demand(status === 'made', 'payout.already-sent');

/** A payout comes back only after it went. @throws DomainError `payout.not-sent` */
export const demandReturnable = (status: PayoutStatus): void => demand(status === 'sent', 'payout.not-sent');
