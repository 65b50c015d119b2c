import { scopeOf } from '#access';
import {
  acceptedVersions,
  type Agreement,
  type AgreementTerms,
  decideBooking,
  decideDutyRun,
  decideHourPack,
  decideInvoice,
  decideTimeEntry,
  type Invoice,
  invoicedSoFar,
  type InvoiceFact,
  type InvoiceId,
  lateFeesDue,
} from '#domain';
import type { Scope, Transaction, Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AgreementParties } from '../agreements/agreement-parties.js';
import { AgreementStore } from '../agreements/agreement.store.js';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { BookingStore } from '../bookings/booking.store.js';
import { commandOf } from '../command-of.js';
import { HourPackStore } from '../hour-packs/hour-pack.store.js';
import { TimeEntryStore } from '../time-entries/time-entry.store.js';
import { DutyRunStore } from '../work-records/duty-run.store.js';
import { EngagementStore } from '../work-records/engagement.store.js';
import { DocumentNumbers } from './document-numbers.js';
import { InvoicePayments } from './invoice-payments.js';
import { InvoiceStore } from './invoice.store.js';
import { BillingRecords } from './verifactu/billing-records.js';

/** First and last local date on which the work was accepted. */
export interface InvoicePeriod {
  readonly from: string;
  readonly to: string;
}

/** What both sides accepted last. */
function latestTerms(agreement: Agreement): AgreementTerms {
  const terms = acceptedVersions(agreement).at(-1)?.terms;
  if (terms === undefined) throw new Error(`agreement ${agreement.agreementId} has an engagement and nothing accepted`);
  return terms;
}

/** The zone in which the days of an agreement are counted. */
export const zoneOf = (agreement: Agreement): string => latestTerms(agreement).timeZone;

export class IssueInvoice extends commandOf<
  Call & { invoiceId: InvoiceId; engagementId: string; period: InvoicePeriod },
  Versioned<Invoice>
>() {}

/** The agency, or the business in its name where that is agreed, charges the accepted work and time and the late fees of a period: each once, and never more work than was agreed. */
@CommandHandler(IssueInvoice)
export class IssueInvoiceHandler implements ICommandHandler<IssueInvoice> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly engagements: EngagementStore,
    private readonly agreements: AgreementStore,
    private readonly runs: DutyRunStore,
    private readonly timeEntries: TimeEntryStore,
    private readonly packs: HourPackStore,
    private readonly bookings: BookingStore,
    private readonly invoices: InvoiceStore,
    private readonly parties: AgreementParties,
    private readonly payments: InvoicePayments,
    private readonly numbers: DocumentNumbers,
    private readonly billing: BillingRecords,
  ) {}

  execute(command: IssueInvoice): Promise<Versioned<Invoice>> {
    const { actor, invoiceId, engagementId, now } = command;
    const scope = scopeOf(actor);
    return this.database.transaction(scope, async () => {
      await this.engagements.load(scope, engagementId);
      await this.invoices.takeTurn(scope, engagementId);
      const facts = await this.decide(scope, command);
      return this.invoices.create(scope, invoiceId, facts, async (tx, invoice) => {
        await this.billing.append(invoice, now);
        await this.payments.expect(invoice);
        await this.expectReminders(tx, invoice, await this.agreements.load(scope, engagementId));
        await this.markCharged(scope, invoice, now);
      });
    });
  }

  /** What is said if it isn't paid in time, as it is agreed now. */
  private async expectReminders(tx: Transaction, invoice: Invoice, { state }: Versioned<Agreement>): Promise<void> {
    const { invoicing, timeZone } = latestTerms(state);
    if (invoicing === undefined || invoicing.reminders.length === 0) return;
    const { invoiceId, agencyId, businessId, total, dueOn } = invoice;
    await tx.execute(
      `INSERT INTO api.invoice_dunning (invoice_id, agency_id, business_id, currency, due_on, time_zone, steps)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [invoiceId, agencyId, businessId, total.currency, dueOn, timeZone, JSON.stringify(invoicing.reminders)],
    );
  }

  private async markCharged(scope: Scope, { invoiceId, lines, hours, lateFees }: Invoice, now: string): Promise<void> {
    await this.runs.updateMany(
      scope,
      lines.flatMap(({ dutyRunIds }) => dutyRunIds),
      (run) => decideDutyRun({ type: 'invoiceDutyRun', invoiceId, now }, run),
    );
    await this.timeEntries.updateMany(
      scope,
      hours.flatMap(({ timeEntryIds }) => timeEntryIds),
      (entry) => decideTimeEntry({ type: 'invoiceTimeEntry', invoiceId, now }, entry),
    );
    await this.packs.updateMany(
      scope,
      hours.flatMap(({ pack }) => pack?.hourPackId ?? []),
      (pack) => decideHourPack({ type: 'invoiceHourPack', invoiceId, now }, pack),
    );
    const bookingIds = new Set(lateFees.map(({ bookingId }) => bookingId));
    await this.bookings.updateMany(scope, [...bookingIds], (booking) => {
      const ofBooking = lateFees.filter(({ bookingId }) => bookingId === booking.bookingId);
      const incurredAt = ofBooking.map((fee) => fee.incurredAt);
      return decideBooking({ type: 'invoiceLateFees', incurredAt, invoiceId, now }, booking);
    });
  }

  private async decide(scope: Scope, command: IssueInvoice): Promise<InvoiceFact[]> {
    const { actor, invoiceId, engagementId, period, now } = command;
    const { state: agreement } = await this.agreements.load(scope, engagementId);
    const { agreementId, agencyId, businessId } = agreement;
    const accepted = acceptedVersions(agreement);
    const latest = latestTerms(agreement);
    const runs = await this.runs.toInvoice(scope, engagementId);
    const timeEntries = await this.timeEntries.toInvoice(scope, engagementId);
    const hourPacks = await this.packs.toInvoice(scope, engagementId);
    const bookings = await this.bookings.withLateFees(scope, engagementId);
    const lateFees = bookings.flatMap((booking) =>
      lateFeesDue(booking).map(({ amount, incurredAt }) => ({ bookingId: booking.bookingId, amount, incurredAt })),
    );
    const before = await this.invoices.ofEngagement(scope, engagementId);
    const numbered = await this.numbers.next(agencyId, 'invoice', { zone: latest.timeZone, now });
    return decideInvoice({
      type: 'issueInvoice',
      invoiceId,
      ...numbered,
      by: actor.organisationKind === 'business' ? 'business' : 'agency',
      agreementId,
      agencyId,
      businessId,
      parties: await this.parties.legalParties(agreement),
      periodFrom: period.from,
      periodTo: period.to,
      runs,
      timeEntries,
      hourPacks,
      lateFees,
      acceptedTerms: accepted.map(({ terms }) => terms),
      invoicedSoFar: invoicedSoFar(before, latest.currency),
      now,
    });
  }
}
