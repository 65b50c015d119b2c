import type { BusinessId } from '../../ids.js';
import type { Money } from '../money/money.js';
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

/** A business by the reference with which it pays ahead. */
export interface Depositor {
  readonly businessId: BusinessId;
  readonly reference: string;
}

/**
 * Whose a credit is, beyond doubt: it names references of exactly one business, those of its invoices or the one by which it pays ahead. Nothing else settles it by itself: neither
 * an amount nor a name is a proof.
 */
export function matchReceipt(
  { amount, remittance }: BankCredit,
  invoices: readonly PayableInvoice[],
  depositors: readonly Depositor[] = [],
): ReceiptMatch | null {
  const references = new Set(creditorReferencesIn(remittance));
  const named = invoices.filter(
    ({ reference, total }) => references.has(reference) && total.currency === amount.currency,
  );
  const ahead = depositors.filter(({ reference }) => references.has(reference));
  const [businessId, another] = new Set([...named, ...ahead].map((one) => one.businessId));
  if (businessId === undefined || another !== undefined) return null;
  return { businessId, invoiceIds: named.map(({ invoiceId }) => invoiceId) };
}

/**
 * Says of credits whose they may be, the likeliest first: who has paid from that account before, who is called so, who owes that
 * amount. What is known is put in order once, for as many credits as there are.
 * @param payers businesses by the IBAN from which they have paid before
 */
export function receiptSuggester(
  invoices: readonly PayableInvoice[],
  payers: ReadonlyMap<string, BusinessId>,
): (credit: BankCredit) => ReceiptSuggestion[] {
  const called = businessesBy(invoices, ({ businessName }) => plain(businessName));
  const owing = businessesBy(invoices, ({ total }) => amountKey(total));
  return ({ amount, payerName, payerIban }) => {
    const reasons = new Map<BusinessId, SuggestionReason[]>();
    const because = (reason: SuggestionReason, businesses: Iterable<BusinessId>): void => {
      for (const businessId of businesses) reasons.set(businessId, [...(reasons.get(businessId) ?? []), reason]);
    };
    const known = payerIban === null ? undefined : payers.get(payerIban);
    because('payer-known', known === undefined ? [] : [known]);
    because('name', (payerName !== null && called.get(plain(payerName))) || []);
    because('amount', owing.get(amountKey(amount)) ?? []);
    return [...reasons]
      .map(([businessId, given]) => ({ businessId, reasons: given }))
      .toSorted((a, b) => weightOf(b) - weightOf(a) || (a.businessId < b.businessId ? -1 : 1))
      .slice(0, mostSuggestions);
  };
}

const mostSuggestions = 5;
const weights: Readonly<Record<SuggestionReason, number>> = { 'payer-known': 4, name: 2, amount: 1 };
const weightOf = ({ reasons }: ReceiptSuggestion): number =>
  reasons.reduce((total, reason) => total + weights[reason], 0);

const amountKey = ({ amountMinor, currency }: Money): string => `${amountMinor} ${currency}`;

function businessesBy(
  invoices: readonly PayableInvoice[],
  keyOf: (invoice: PayableInvoice) => string,
): ReadonlyMap<string, ReadonlySet<BusinessId>> {
  const found = new Map<string, Set<BusinessId>>();
  for (const invoice of invoices) {
    const key = keyOf(invoice);
    found.set(key, (found.get(key) ?? new Set()).add(invoice.businessId));
  }
  return found;
}

/** Names as banks write them: capitals without accents, and no signs. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .toUpperCase();
