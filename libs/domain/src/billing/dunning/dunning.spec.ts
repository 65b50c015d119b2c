import { assertInvoicingTerms } from '../pricing/invoicing-terms.js';
import { type LateInvoice, reminderDue } from './dunning.js';

const invoice: LateInvoice = {
  dueOn: '2026-03-10',
  steps: [
    { afterDays: 5, feeMinor: 0 },
    { afterDays: 15, feeMinor: 4_000 },
  ],
  sent: 0,
  lastSentOn: null,
  openMinor: 12_100,
  isDisputed: false,
};
const codeOf = (act: () => unknown): string | null => {
  try {
    act();
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('reminders of an invoice', () => {
  it('are sent in the steps that were agreed, with their fees, and then no more', () => {
    expect(reminderDue(invoice, '2026-03-14')).toBeNull();
    expect(reminderDue(invoice, '2026-03-15')).toEqual({ step: 1, afterDays: 5, feeMinor: 0 });
    const once = { ...invoice, sent: 1, lastSentOn: '2026-03-15' };
    expect(reminderDue(once, '2026-03-24')).toBeNull();
    expect(reminderDue(once, '2026-03-25')).toEqual({ step: 2, afterDays: 15, feeMinor: 4_000 });
    expect(reminderDue({ ...once, sent: 2 }, '2027-01-01')).toBeNull();
  });

  it('stop when it is paid or disputed, and are never two on one day', () => {
    expect(reminderDue({ ...invoice, openMinor: 0 }, '2026-04-01')).toBeNull();
    expect(reminderDue({ ...invoice, isDisputed: true }, '2026-04-01')).toBeNull();
    expect(reminderDue({ ...invoice, sent: 1, lastSentOn: '2026-04-01' }, '2026-04-01')).toBeNull();
  });
});

describe('how invoices are paid', () => {
  const terms = { daysToPay: 30, reminders: invoice.steps, selfBilling: false };

  it('is agreed within what the law has for late payment, in steps that follow each other', () => {
    expect(codeOf(() => assertInvoicingTerms(terms))).toBeNull();
    expect(codeOf(() => assertInvoicingTerms({ ...terms, daysToPay: 61 }))).toBe(
      'agreement.invoicing-days-out-of-range',
    );
    const same = [invoice.steps[1]!, invoice.steps[1]!];
    expect(codeOf(() => assertInvoicingTerms({ ...terms, reminders: same }))).toBe(
      'agreement.invoicing-reminder-out-of-order',
    );
    const many = [1, 2, 3, 4].map((afterDays) => ({ afterDays, feeMinor: 0 }));
    expect(codeOf(() => assertInvoicingTerms({ ...terms, reminders: many }))).toBe(
      'agreement.invoicing-reminders-too-many',
    );
    const dear = [{ afterDays: 5, feeMinor: 4_001 }];
    expect(codeOf(() => assertInvoicingTerms({ ...terms, reminders: dear }))).toBe(
      'agreement.invoicing-fee-out-of-range',
    );
  });
});
