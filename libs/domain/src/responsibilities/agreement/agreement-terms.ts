import type { Currency } from '../../billing/money/currency.js';
import type { Money } from '../../billing/money/money.js';
import type { CancellationTerms } from '../../billing/pricing/late-fee.js';
import type { InvoicingTerms } from '../../billing/pricing/invoicing-terms.js';
import type { PaymentTerms } from '../../billing/pricing/payment-terms.js';
import type { TaxFacts } from '../../billing/pricing/tax.js';
import type { AssistantId } from '../../ids.js';
import type { Channel } from '../../need/need.js';
import type { LegalParties } from '../../organisation/legal-party.js';
import type { Suggestion } from '../../proposal/suggestion.js';
import type { HolidayCalendar } from '../../time/holidays.js';
import type { DutyLine, DutyLineDraft } from './duty-line.js';

/** Everything that both sides accept with one content hash. */
export interface AgreementTerms extends TaxFacts, CancellationTerms {
  /** The assistant who is meant by "the assistant". */
  readonly assistantId: AssistantId;
  readonly lines: readonly DutyLine[];
  /** One or two, and no more. */
  readonly channels: readonly Channel[];
  /** Within how many minutes of the agreed hours a message gets its answer. */
  readonly responseTargetMinutes: number;
  /** Work that was marked done counts as accepted after so many hours of silence. */
  readonly silenceAcceptsAfterHours: number;
  /** Whose public holidays put off what is due; left out where none do. */
  readonly holidays?: HolidayCalendar | undefined;
  /** Days between a notice and the last day that it leaves; left out where either side may end it at once. */
  readonly noticeDays?: number | undefined;
  /** How it is paid; left out where each invoice is owed until it is due. */
  readonly payment?: PaymentTerms | undefined;
  /** How invoices are written and reminded of; left out where it is as usual. */
  readonly invoicing?: InvoicingTerms | undefined;
  /**
   * What a booked hour costs that is called off late: late fees are a share of it. Null in versions from before it was agreed.
   */
  readonly hourlyRate: Money | null;
  /** First and last local date of the term, both included, in `timeZone`. */
  readonly startsOn: string;
  readonly endsOn: string;
  /** IANA zone in which dates and periods are meant. */
  readonly timeZone: string;
  readonly currency: Currency;
  /** The marketplace's commission on the subtotal, basis points. */
  readonly commissionBps: number;
  readonly adoptedSuggestions: readonly Suggestion[];
  /** Who the two parties were when it was drafted; null in agreements of before this was stated. */
  readonly parties: LegalParties | null;
  /** Of an instant agreement, what its bookings keep to; left out of all others, and so of what their hash is of. */
  readonly instantLimits?: InstantLimits;
}

/** What the agency said beforehand of whoever books without asking. */
export interface InstantLimits {
  /** Minutes that may be booked in one ISO week of the agreement's zone. */
  readonly mostMinutesPerWeek: number;
  /** Hours between a booking and its first slot. */
  readonly leastNoticeHours: number;
}

/** The part of the terms that the two sides write; the rest is set when the agreement is drafted and stays. */
export interface TermsDraft extends Omit<
  AgreementTerms,
  'assistantId' | 'lines' | 'commissionBps' | 'taxBps' | 'taxNote' | 'parties'
> {
  readonly lines: readonly DutyLineDraft[];
}

/** What a side writes anew; zone, currency, adopted suggestions and what instant bookings keep to stay as they are in the version on the table. */
export type RevisedTerms = Omit<
  TermsDraft,
  'timeZone' | 'currency' | 'adoptedSuggestions' | 'instantLimits' | 'hourlyRate' | 'holidays' | 'payment' | 'invoicing'
> & {
  /** As it is, where nothing is said of it; each invoice owed until it is due with null. */
  readonly payment?: PaymentTerms | null | undefined;
  /** As they are, where nothing is said of them; none with null. */
  readonly holidays?: HolidayCalendar | null | undefined;
  /** As it is, where nothing is said of it; as usual with null. */
  readonly invoicing?: InvoicingTerms | null | undefined;
  /** As it is, where nothing is said of it. */
  readonly hourlyRate?: Money | null | undefined;
};
