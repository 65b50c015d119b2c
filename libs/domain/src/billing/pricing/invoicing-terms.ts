import { demand } from '../../policy.js';

/** What is said to whoever has not paid. */
export interface ReminderStep {
  /** Days after the last one on which it was to be paid. */
  readonly afterDays: number;
  /** What the business owes for it besides, in minor units of the agreement's currency. */
  readonly feeMinor: number;
}

/** How invoices of an agreement are written and paid, as both sides agreed. */
export interface InvoicingTerms {
  /** Days from the date of an invoice to the last one on which it is to be paid. */
  readonly daysToPay: number;
  /** In the order in which they are said; none where nobody is reminded. */
  readonly reminders: readonly ReminderStep[];
  /** Whether the business writes the invoices, in the agency's name (Directive 2006/112/EC, art. 224). */
  readonly selfBilling: boolean;
}

/** Where an agreement says nothing of it. */
export const usualInvoicing: InvoicingTerms = { daysToPay: 14, reminders: [], selfBilling: false };

/** Field by field, so that nothing else gets into what is signed. */
export const invoicingTermsOf = ({ daysToPay, reminders, selfBilling }: InvoicingTerms): InvoicingTerms => ({
  daysToPay,
  reminders: reminders.map(({ afterDays, feeMinor }) => ({ afterDays, feeMinor })),
  selfBilling,
});

const bounds = {
  /** Directive 2011/7/EU, art. 3(5), and Ley 3/2004, art. 4. */
  daysToPay: 60,
  reminders: 3,
  afterDays: 180,
  /** What Directive 2011/7/EU, art. 6, has for the costs of recovery, in euros. */
  feeMinor: 40_00,
} as const;

const isWithin = (value: number, from: number, to: number): boolean =>
  Number.isInteger(value) && value >= from && value <= to;

/** @throws DomainError `agreement.invoicing-…` naming the field */
export function assertInvoicingTerms({ daysToPay, reminders }: InvoicingTerms): void {
  demand(isWithin(daysToPay, 0, bounds.daysToPay), 'agreement.invoicing-days-out-of-range', {
    at: ['invoicing', 'daysToPay'],
    from: 0,
    to: bounds.daysToPay,
  });
  demand(reminders.length <= bounds.reminders, 'agreement.invoicing-reminders-too-many', {
    at: ['invoicing', 'reminders'],
    atMost: bounds.reminders,
  });
  for (const [index, { afterDays, feeMinor }] of reminders.entries()) {
    const after = reminders[index - 1]?.afterDays ?? 0;
    const at = ['invoicing', 'reminders', index];
    demand(isWithin(afterDays, after + 1, bounds.afterDays), 'agreement.invoicing-reminder-out-of-order', {
      at: [...at, 'afterDays'],
      from: after + 1,
      to: bounds.afterDays,
    });
    demand(isWithin(feeMinor, 0, bounds.feeMinor), 'agreement.invoicing-fee-out-of-range', {
      at: [...at, 'feeMinor'],
      from: 0,
      to: bounds.feeMinor,
    });
  }
}
