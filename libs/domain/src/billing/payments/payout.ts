import { every } from '../../every.js';
import type { AgencyId } from '../../ids.js';
import { demand } from '../../policy.js';
import type { Currency } from '../money/currency.js';
import { type Money, sum } from '../money/money.js';

/** An agency's paid invoice that is in no payout yet. */
export interface PaidInvoice {
  readonly invoiceId: string;
  readonly agencyId: AgencyId;
  /** Before tax and without the commission. */
  readonly earnings: Money;
  readonly tax: Money;
}

/** Where an agency gets its money. */
export interface BankAccount {
  readonly holder: string;
  /** Without blanks. */
  readonly iban: string;
}

/** What goes to one agency in one transfer. */
export interface PlannedPayout {
  readonly agencyId: AgencyId;
  readonly account: BankAccount;
  readonly earnings: Money;
  readonly tax: Money;
  readonly invoiceIds: readonly string[];
}

/** `made`, then `sent` by the bank, and `returned` where the bank sends it back. */
export type PayoutStatus = 'made' | 'sent' | 'returned';
export const payoutStatuses = every<PayoutStatus>({ made: true, sent: true, returned: true });

/**
 * One payout for each agency that has paid invoices and an account to which they can go; an invoice's money goes out once and whole.
 * @param invoices of one currency
 * @throws DomainError `payout.nothing-due`
 */
export function planPayouts(
  invoices: readonly PaidInvoice[],
  accounts: ReadonlyMap<AgencyId, BankAccount>,
  currency: Currency,
): PlannedPayout[] {
  const perAgency = new Map<AgencyId, PaidInvoice[]>();
  for (const invoice of invoices) {
    perAgency.set(invoice.agencyId, [...(perAgency.get(invoice.agencyId) ?? []), invoice]);
  }
  const planned = [...perAgency].flatMap(([agencyId, own]): PlannedPayout[] => {
    const account = accounts.get(agencyId);
    if (account === undefined) return [];
    const total = (of: (invoice: PaidInvoice) => Money): Money => sum(own.map(of), currency);
    const [earnings, tax] = [total((invoice) => invoice.earnings), total((invoice) => invoice.tax)];
    if (earnings.amountMinor + tax.amountMinor === 0) return [];
    return [{ agencyId, account, earnings, tax, invoiceIds: own.map(({ invoiceId }) => invoiceId) }];
  });
  demand(planned.length > 0, 'payout.nothing-due');
  return planned;
}

/** @throws DomainError `payout.already-sent` */
export const demandSendable = (status: PayoutStatus): void => demand(status === 'made', 'payout.already-sent');

/** A payout comes back only after it went. @throws DomainError `payout.not-sent` */
export const demandReturnable = (status: PayoutStatus): void => demand(status === 'sent', 'payout.not-sent');
