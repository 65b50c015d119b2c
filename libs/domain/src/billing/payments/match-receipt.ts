import type { BusinessId } from '../../ids.js';
import { equal, type Money } from '../money/money.js';
import { creditorReferencesIn } from './creditor-reference.js';

/** A credit on the marketplace's bank account, as the bank states it. */
export interface BankCredit {
  readonly amount: Money;
  readonly payerName: string | null;
  /** IBAN, without blanks; null where the bank doesn't say. */
  readonly payerIban: string | null;
  /** What the payer wrote, and the structured reference where there is one. */
  readonly remittance: string;
}

/** An unpaid invoice as a payment may mean it. */
export interface PayableInvoice {
  readonly invoiceId: string;
  readonly businessId: BusinessId;
  readonly businessName: string;
  readonly reference: string;
  readonly total: Money;
}

/** Whose a credit is, and which invoices were named. */
export interface ReceiptMatch {
  readonly businessId: BusinessId;
  readonly invoiceIds: readonly string[];
}

export type SuggestionReason = 'payer-known' | 'name' | 'amount';

/** Whose a credit may be, for a person to decide. */
export interface ReceiptSuggestion {
  readonly businessId: BusinessId;
  readonly reasons: readonly SuggestionReason[];
}

/**
 * Whose a credit is, beyond doubt: it names references of exactly one business. Nothing else settles it by itself: neither
 * an amount nor a name is a proof.
 */
export function matchReceipt(
  { amount, remittance }: BankCredit,
  invoices: readonly PayableInvoice[],
): ReceiptMatch | null {
  const references = new Set(creditorReferencesIn(remittance));
  const named = invoices.filter(
    ({ reference, total }) => references.has(reference) && total.currency === amount.currency,
  );
  const [businessId, another] = new Set(named.map((invoice) => invoice.businessId));
  if (businessId === undefined || another !== undefined) return null;
  return { businessId, invoiceIds: named.map(({ invoiceId }) => invoiceId) };
}

/** Whose it may be, the likeliest first: who has paid from that account before, who is called so, who owes that amount. */
export function suggestReceipt(
  { amount, payerName, payerIban }: BankCredit,
  invoices: readonly PayableInvoice[],
  payers: ReadonlyMap<string, BusinessId>,
): ReceiptSuggestion[] {
  const reasons = new Map<BusinessId, Set<SuggestionReason>>();
  const because = (businessId: BusinessId, reason: SuggestionReason): void => {
    reasons.set(businessId, (reasons.get(businessId) ?? new Set()).add(reason));
  };
  const known = payerIban === null ? undefined : payers.get(payerIban);
  if (known !== undefined) because(known, 'payer-known');
  for (const invoice of invoices) {
    if (payerName !== null && plain(payerName) === plain(invoice.businessName)) because(invoice.businessId, 'name');
    if (equal(invoice.total, amount)) because(invoice.businessId, 'amount');
  }
  const weight = ({ reasons: given }: ReceiptSuggestion): number =>
    given.reduce((total, reason) => total + { 'payer-known': 4, name: 2, amount: 1 }[reason], 0);
  return [...reasons]
    .map(([businessId, given]) => ({ businessId, reasons: [...given] }))
    .toSorted((a, b) => weight(b) - weight(a) || (a.businessId < b.businessId ? -1 : 1))
    .slice(0, 5);
}

/** Names as banks write them: capitals without accents, and no signs. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .toUpperCase();
