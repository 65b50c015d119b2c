import type {
  AgencyId,
  AgreementId,
  BookingId,
  BusinessId,
  DutyRunId,
  HourPackId,
  InvoiceId,
  TimeEntryId,
} from '../../ids.js';
import type { LegalParties } from '../../organisation/legal-party.js';
import type { AgreementTerms } from '../../responsibilities/agreement/agreement-terms.js';
import type { HourPack } from '../../responsibilities/hours/hour-pack.js';
import type { AcceptedEntry } from '../../responsibilities/hours/time-entry.js';
import type { AcceptedDutyRun } from '../../responsibilities/work/duty-run.js';
import type { Money } from '../money/money.js';
import type { TaxedSums } from '../pricing/quote.js';

/** Units of one line at one price. */
export interface InvoiceLine {
  readonly lineId: string;
  readonly description: string;
  readonly unit: string;
  readonly quantity: number;
  readonly unitPrice: Money;
  readonly amount: Money;
  readonly dutyRunIds: readonly DutyRunId[];
}

/** What calling off or moving booked time late costs. */
export interface LateFeeLine {
  readonly bookingId: BookingId;
  readonly incurredAt: string;
  readonly amount: Money;
}

/** Accepted time of one line at one rate, or a pack of its hours. */
export interface InvoicedHours {
  readonly lineId: string;
  readonly description: string;
  readonly minutes: number;
  readonly hourlyRate: Money;
  readonly amount: Money;
  readonly timeEntryIds: readonly TimeEntryId[];
  /** There where it is a pack of hours that is paid ahead, of which accepted time is taken. */
  readonly pack?: { readonly hourPackId: HourPackId; readonly periodFrom: string; readonly periodTo: string };
}

/** Which invoice it is, and of which work. */
interface InvoiceHead {
  readonly invoiceId: InvoiceId;
  /** Gapless per issuer, series and year; assigned where the counter of the series is locked. */
  readonly number: string;
  readonly agreementId: AgreementId;
  /** The issuer. */
  readonly agencyId: AgencyId;
  readonly businessId: BusinessId;
  /** First and last local date, both included, on which the runs were accepted. */
  readonly periodFrom: string;
  readonly periodTo: string;
  /** Local date of its issue, in the issuer's zone. */
  readonly issuedOn: string;
}

/** An invoice as it was issued; it never changes. Corrections are facts of their own. */
export interface Invoice extends InvoiceHead, TaxedSums {
  /** Who they are, as the agreement names them; null in invoices of before this was stated. */
  readonly parties: LegalParties | null;
  readonly lines: readonly InvoiceLine[];
  readonly hours: readonly InvoicedHours[];
  readonly lateFees: readonly LateFeeLine[];
  /** There where the business wrote it, in the agency's name, as both sides agreed. */
  readonly selfBilled?: true;
  /** Local date until which it is to be paid, included. */
  readonly dueOn: string;
  readonly issuedAt: string;
}

/** What the invoices of an agreement so far add up to. */
export interface InvoicedSoFar {
  /** Subtotal per line id. */
  readonly perLine: Readonly<Record<string, Money>>;
  /** Accepted time, with its amounts. */
  readonly hours: readonly Pick<InvoicedHours, 'lineId' | 'hourlyRate' | 'minutes' | 'amount' | 'pack'>[];
  readonly lateFees: Money;
  readonly commission: Money;
}

/** Its `issuedOn` is the local date of `now` in the issuer's zone, whose year the number was counted in. */
export interface IssueInvoice extends InvoiceHead {
  readonly type: 'issueInvoice';
  /** For agreements whose terms don't name them. */
  readonly parties: LegalParties;
  /** The agreement's accepted runs that no invoice has yet; those accepted outside of the period are left out. */
  readonly runs: readonly AcceptedDutyRun[];
  /** The agreement's accepted time that no invoice has yet; what was accepted outside of the period is left out. */
  readonly timeEntries: readonly AcceptedEntry[];
  /** The agreement's packs of hours that no invoice has yet; those that were bought outside of the period are left out. */
  readonly hourPacks: readonly HourPack[];
  /** The late fees of the agreement's bookings that no invoice has yet; those that arose outside of the period are left out. */
  readonly lateFees: readonly LateFeeLine[];
  /** The terms of every version that both sides accepted, oldest first. */
  readonly acceptedTerms: readonly AgreementTerms[];
  readonly invoicedSoFar: InvoicedSoFar;
  /** The side that writes it. */
  readonly by: 'agency' | 'business';
  readonly now: string;
}

export type InvoiceIssued = { readonly type: 'invoiceIssued'; readonly invoice: Invoice };
export type InvoiceFact = InvoiceIssued;
