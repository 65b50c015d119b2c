import { marketplace } from '#access';
import type { CreditNote, Invoice } from '#domain';
import { Sweep } from '#platform/scheduling';
import { Injectable, Logger } from '@nestjs/common';
import { ApiDatabase } from '../../api-database.js';
import { CreditNoteStore } from '../credit-note.store.js';
import { InvoiceStore } from '../invoice.store.js';
import { billingRecordXml } from './billing-record-xml.js';
import { BillingRecordSending } from './billing-record-sending.js';
import { BillingRecords } from './billing-records.js';

interface UnsentRow {
  readonly agencyId: string;
  readonly documentId: string;
  readonly isCreditNote: boolean;
}

const plan = { name: 'sending records of invoices', everySeconds: 30, atMost: 200 } as const;

/** Hands on the records of each chain, in their order; a chain whose next record can't be handed on waits, and the others go on. */
@Injectable()
export class SendBillingRecords extends Sweep {
  private readonly log = new Logger(SendBillingRecords.name);

  constructor(
    private readonly database: ApiDatabase,
    private readonly sending: BillingRecordSending,
    private readonly records: BillingRecords,
    private readonly invoices: InvoiceStore,
    private readonly creditNotes: CreditNoteStore,
  ) {
    super(plan);
  }

  override async sweep(now: string): Promise<number> {
    const waiting = new Set<string>();
    let sent = 0;
    while (sent < plan.atMost) {
      const next = await this.next([...waiting]);
      if (next.length === 0) return sent;
      for (const row of next) {
        if (await this.send(row, now)) sent += 1;
        else waiting.add(row.agencyId);
      }
    }
    return sent;
  }

  /** The first that is not sent of each chain. */
  private next(waiting: readonly string[]): Promise<UnsentRow[]> {
    return this.database.read(marketplace, (tx) =>
      tx.query<UnsentRow>(
        `SELECT DISTINCT ON (agency_id) agency_id AS "agencyId", document_id AS "documentId",
                EXISTS (SELECT FROM api.credit_note WHERE id = document_id) AS "isCreditNote"
           FROM api.billing_record WHERE sent_at IS NULL AND agency_id <> ALL ($1::uuid[]) ORDER BY agency_id, position LIMIT $2`,
        [waiting, plan.atMost],
      ),
    );
  }

  private async send({ documentId, isCreditNote }: UnsentRow, now: string): Promise<boolean> {
    try {
      const link = (await this.records.of(marketplace, documentId))!;
      const { state }: { state: CreditNote | Invoice } = isCreditNote
        ? await this.creditNotes.load(marketplace, documentId)
        : await this.invoices.load(marketplace, documentId);
      const { issuerNif } = link.record;
      const result = await this.sending.send({
        issuerNif,
        position: link.position,
        xml: billingRecordXml(state, link),
      });
      await this.records.noteSent(documentId, result, now);
      return true;
    } catch (error) {
      this.log.warn(`the record of ${documentId}: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
  }
}
