import { marketplace } from '#access';
import {
  chargeOfEntry,
  chargeOfInvoice,
  chargeOfRun,
  type CreditNoteId,
  decideDutyRun,
  decideTimeEntry,
  type Dispute,
  type DisputedCharge,
  type DisputeId,
  type DisputeSubject,
  moneyOf,
  type RaiseDispute,
} from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { CreditNoteIssuing } from '../invoices/credit-note-issuing.js';
import { DisputeFunds } from '../invoices/dispute-funds.js';
import { InvoicePayments } from '../invoices/invoice-payments.js';
import { InvoiceStore } from '../invoices/invoice.store.js';
import { TimeEntryChange } from '../time-entries/time-entry-change.js';
import { TimeEntryStore } from '../time-entries/time-entry.store.js';
import { DutyRunStore } from '../work-records/duty-run.store.js';
import { EngagementStore } from '../work-records/engagement.store.js';

/** What is disputed, and whose it is. */
export type Disputed = Pick<RaiseDispute, 'charge' | 'agreementId' | 'businessId' | 'agencyId' | 'assistantId'>;

/** How a dispute keeps what it is about as it is, and what its end does to it. */
@Injectable()
export class DisputedSubjects {
  constructor(
    private readonly engagements: EngagementStore,
    private readonly runs: DutyRunStore,
    private readonly entries: TimeEntryStore,
    private readonly entryChange: TimeEntryChange,
    private readonly invoices: InvoiceStore,
    private readonly creditNotes: CreditNoteIssuing,
    private readonly funds: DisputeFunds,
    private readonly payments: InvoicePayments,
  ) {}

  /** From now on it is neither invoiced, nor accepted by silence, nor paid out. @throws DomainError also where it isn't there to see */
  async hold(scope: Scope, { kind, id }: DisputeSubject, disputeId: DisputeId, now: string): Promise<Disputed> {
    switch (kind) {
      case 'duty-run': {
        const held = await this.runs.update(scope, id, null, (run) =>
          decideDutyRun({ type: 'holdDutyRun', disputeId, now }, run),
        );
        return { ...held.state, charge: chargeOfRun(held.state) };
      }
      case 'time-entry': {
        const { state } = await this.entries.load(scope, id);
        const of = { id, engagementId: state.agreementId };
        const held = await this.entryChange.change(scope, of, null, async (entry) =>
          decideTimeEntry({ type: 'holdTimeEntry', disputeId, now }, entry),
        );
        return { ...held.state, charge: chargeOfEntry(held.state) };
      }
      case 'invoice': {
        const { state: invoice } = await this.invoices.load(scope, id);
        await this.invoices.takeTurn(scope, invoice.agreementId);
        await this.funds.hold(disputeId, invoice, now);
        const { state: engagement } = await this.engagements.load(scope, invoice.agreementId);
        const charge = chargeOfInvoice(invoice, await this.creditNotes.ofInvoice(scope, id));
        return { ...invoice, assistantId: engagement.assistantId, charge };
      }
      default:
        return kind satisfies never;
    }
  }

  /** All is as it was before the dispute. */
  async release(scope: Scope, dispute: Dispute, now: string): Promise<void> {
    await this.settle(scope, dispute, null, now);
  }

  /** So much of an invoice is left that a decision takes back; null where that is nothing. */
  async creditDue(scope: Scope, { subject }: Dispute, kept: number, creditNoteId: CreditNoteId) {
    if (subject.kind !== 'invoice') return null;
    return (await this.left(scope, subject.id)).measure > kept ? creditNoteId : null;
  }

  /**
   * What was decided comes to pass.
   * @param accepts what stays charged, in the measure of the charge; null where all is as before
   */
  async settle(scope: Scope, dispute: Dispute, accepts: number | null, now: string): Promise<void> {
    const { disputeId, subject, agreementId: engagementId } = dispute;
    const { kind, id } = subject;
    switch (kind) {
      case 'duty-run':
        await this.runs.update(scope, id, null, (run) =>
          decideDutyRun({ type: 'releaseDutyRun', disputeId, accepts, now }, run),
        );
        return;
      case 'time-entry':
        await this.entryChange.change(scope, { id, engagementId }, null, async (entry) => {
          const counted = await this.entries.countedBeside(scope, entry);
          return decideTimeEntry({ type: 'releaseTimeEntry', disputeId, accepts, counted, now }, entry);
        });
        return;
      case 'invoice':
        await this.funds.settle(disputeId, now);
        if (accepts !== null) await this.takeBack(scope, dispute, accepts, now);
        await this.payments.settle(dispute.businessId, dispute.charge.amount.currency, new Set(), now);
        return;
      default:
        return kind satisfies never;
    }
  }

  private async takeBack(scope: Scope, dispute: Dispute, accepts: number, now: string): Promise<void> {
    if (dispute.status !== 'settled' || dispute.creditNoteId === null) return;
    const { creditNoteId, subject } = dispute;
    const { measure, amount } = await this.left(scope, subject.id);
    const taken = moneyOf(BigInt(measure - accepts), amount.currency);
    const reason = dispute.reason ?? dispute.statements[0]!.text;
    await this.creditNotes.issue(marketplace, { creditNoteId, invoiceId: subject.id, amount: taken, reason, now });
  }

  private async left(scope: Scope, invoiceId: string): Promise<DisputedCharge> {
    const { state: invoice } = await this.invoices.load(scope, invoiceId);
    return chargeOfInvoice(invoice, await this.creditNotes.ofInvoice(scope, invoiceId));
  }
}
