import { isBlank } from '#text';
import { demand } from '../../policy.js';
import { divideHalfEven, type Money, moneyOf, sameCurrency, subtract, sum } from '../money/money.js';
import type { CreditNote, CreditNoteFact, IssueCreditNote } from './credit-note.js';
import type { Invoice } from './invoice.js';

/**
 * Takes an invoice back by so much of its subtotal, with its share of commission and tax. Shares are figured for all that was
 * taken back so far, less what earlier credit notes took: so they come to the invoice to the unit when all of it is taken back.
 * @throws DomainError `credit-note.*`, `money.currencies-differ`
 */
export function decideCreditNote(command: IssueCreditNote): CreditNoteFact[] {
  const { invoice, before, amount, reason, creditNoteId, number, issuedOn, now } = command;
  demand(!isBlank(reason), 'credit-note.reason-missing', { at: ['reason'] });
  const { currency } = invoice.subtotal;
  if (amount) sameCurrency(amount, invoice.subtotal);
  const taken = (of: (one: CreditNote) => Money): Money => sum(before.map(of), currency);
  const left = subtract(
    invoice.subtotal,
    taken(({ subtotal }) => subtotal),
  );
  demand(left.amountMinor > 0, 'credit-note.nothing-left');
  const subtotal = amount ?? left;
  demand(subtotal.amountMinor > 0, 'credit-note.bad-amount', { at: ['amount', 'amountMinor'] });
  const isWithin = subtotal.amountMinor <= left.amountMinor;
  demand(isWithin, 'credit-note.beyond-invoice', { at: ['amount', 'amountMinor'], left: left.amountMinor });

  const soFar = moneyOf(BigInt(invoice.subtotal.amountMinor - left.amountMinor + subtotal.amountMinor), currency);
  const share = (whole: Money): Money => shareOf(whole, soFar, invoice);
  const commission = subtract(
    share(invoice.commission),
    taken((one) => one.commission),
  );
  const tax = subtract(
    share(invoice.tax),
    taken((one) => one.tax),
  );
  const { agreementId, agencyId, businessId, parties, taxBps, taxNote } = invoice;
  const creditNote: CreditNote = {
    creditNoteId,
    number,
    invoiceId: invoice.invoiceId,
    invoiceNumber: invoice.number,
    invoiceIssuedOn: invoice.issuedOn,
    agreementId,
    agencyId,
    businessId,
    parties,
    reason,
    subtotal,
    commission,
    taxBps,
    taxNote,
    tax,
    total: sum([subtotal, commission, tax], currency),
    issuedOn,
    issuedAt: now,
  };
  return [{ type: 'creditNoteIssued', creditNote }];
}

/** A credit note is born whole and never changes. */
export function evolveCreditNote(creditNote: CreditNote | null, fact: CreditNoteFact): CreditNote {
  if (creditNote) throw new Error(`the credit note ${creditNote.number} was issued before`);
  return fact.creditNote;
}

/** The part of an amount of the invoice that goes with a part of its subtotal, rounded half to even. */
const shareOf = ({ amountMinor, currency }: Money, part: Money, { subtotal }: Invoice): Money =>
  moneyOf(divideHalfEven(BigInt(amountMinor) * BigInt(part.amountMinor), BigInt(subtotal.amountMinor)), currency);
