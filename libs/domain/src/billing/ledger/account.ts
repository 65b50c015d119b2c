import type { AgencyId, BusinessId } from '../../ids.js';
import type { Currency } from '../money/currency.js';

/** Which side makes the balance of an account grow. */
export type BalanceSide = 'debit' | 'credit';

/**
 * What an account is for, with the side on which it grows: assets on the debit side; what is owed, and what is earned, on the
 * credit side. None is for what rounding leaves over: every split adds up to its whole (`allocate`), so there is nothing left over.
 */
export const accountPurposes = {
  /** Money that lies in the marketplace's bank account. */
  'payment-clearing': 'debit',
  /** Money that lies with the payment service, which takes cards. */
  'payment-service': 'debit',
  /** What banks and the payment service have taken for moving money. */
  'payment-fees': 'debit',
  /** Receipts of which nobody knows yet who sent them. */
  unassigned: 'credit',
  /** What a business has paid and no invoice has used up. */
  prepaid: 'credit',
  /** Of what a business has paid ahead, what is kept for time that it has booked. */
  held: 'credit',
  /** What a business gets back, and the bank hasn't been told to transfer yet. */
  'refunds-payable': 'credit',
  /** What a business owes on its invoices, and for having been reminded of them. */
  receivable: 'debit',
  /** What an agency has earned by invoiced work, and is owed for reminders; below nothing where more was taken back of it than it has earned. */
  'agency-payable': 'credit',
  /** Tax on an agency's invoices, which the agency declares; it goes to the agency with its earnings, and is shown apart. */
  'tax-payable': 'credit',
  /** What an agency has earned, tax included, by work that is in dispute; it isn't paid out until that is settled. */
  disputed: 'credit',
  /** What the marketplace has earned. */
  commission: 'credit',
} as const satisfies Readonly<Record<string, BalanceSide>>;

export type AccountPurpose = keyof typeof accountPurposes;

/** An account in the books: of whom, what for, in which currency. */
export interface Account {
  /** An agency or a business; null for the marketplace itself. */
  readonly party: AgencyId | BusinessId | null;
  readonly purpose: AccountPurpose;
  readonly currency: Currency;
}

/** A balance as people read it: positive on the side on which the account grows. `debitMinor` is debits less credits. */
export const naturalBalance = (purpose: AccountPurpose, debitMinor: number): number =>
  debitMinor === 0 ? 0 : accountPurposes[purpose] === 'debit' ? debitMinor : -debitMinor;
