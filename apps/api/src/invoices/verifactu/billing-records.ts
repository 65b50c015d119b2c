import { marketplace } from '#access';
import type { BillingRecordDto } from '#contracts';
import { type BillingRecord, type CreditNote, hashedText, type Invoice, localMoment, nifOf, takenBack } from '#domain';
import type { Scope, Transaction } from '#platform/database';
import type { PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { bothWays, type CountedPage, sortedPage } from '../../sorted-list.js';
import type { BillingRecordResult } from './billing-record-sending.js';
import { ApiDatabase } from '../../api-database.js';

/** A link of the chain: what it says, its hash, and the link before. */
export interface KeptBillingRecord {
  readonly position: number;
  readonly record: BillingRecord;
  readonly hash: string;
  /** Null for the first one. */
  readonly previous: Pick<BillingRecord, 'issuerNif' | 'number' | 'issuedOn'> | null;
}

interface LinkRow {
  readonly position: number;
  readonly record: BillingRecord;
  readonly hash: string;
}

interface SentRow extends LinkRow {
  readonly id: string;
  readonly sentAt: Date | null;
  readonly outcome: BillingRecordResult['outcome'] | null;
  readonly said: string | null;
}

const sorts = bothWays('position', 'position', 'bigint');

const recordDto = ({ id, position, record, hash, sentAt, outcome, said }: SentRow): BillingRecordDto => ({
  documentId: id,
  position,
  number: record.number,
  issuedOn: record.issuedOn,
  hash,
  sentAt: sentAt?.toISOString() ?? null,
  outcome,
  said,
});

const hashOf = (record: BillingRecord): string =>
  createHash('sha256').update(hashedText(record), 'utf8').digest('hex').toUpperCase();

/** The chains of agencies that keep records of their invoices as Spain wants them. */
@Injectable()
export class BillingRecords {
  constructor(private readonly database: ApiDatabase) {}

  /** Joins the transaction of the document: an invoice of an agency that keeps records is issued with its link, or not at all. */
  append(document: Invoice | CreditNote, now: string): Promise<void> {
    return this.database.transaction(marketplace, async (tx) => {
      const zone = await zoneOfKeeper(tx, document.agencyId);
      const issuerNif = document.parties === null ? null : nifOf(document.parties.agency);
      if (zone === null || issuerNif === null || document.total.currency !== 'EUR') return;
      await tx.takeTurn(`billing records ${document.agencyId}`);
      const last = await lastOf(tx, document.agencyId);
      const record: BillingRecord = {
        issuerNif,
        number: document.number,
        issuedOn: document.issuedOn,
        ...amountsOf(document),
        previousHash: last?.hash ?? null,
        generatedAt: localMoment(now, zone),
      };
      await tx.execute(
        `INSERT INTO api.billing_record (agency_id, position, business_id, document_id, record, hash, previous_hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [
          document.agencyId,
          (last?.position ?? 0) + 1,
          document.businessId,
          'creditNoteId' in document ? document.creditNoteId : document.invoiceId,
          JSON.stringify(record),
          hashOf(record),
          record.previousHash,
        ],
      );
    });
  }

  /** What became of a record; what was said first stays. */
  async noteSent(documentId: string, { outcome, said }: BillingRecordResult, now: string): Promise<void> {
    await this.database.transaction(marketplace, (tx) =>
      tx.execute(
        `UPDATE api.billing_record SET sent_at = $2, outcome = $3, said = left($4, 500) WHERE document_id = $1 AND sent_at IS NULL`,
        [documentId, now, outcome, said],
      ),
    );
  }

  /** The records of an agency, and what became of them, the latest first. */
  list(scope: Scope, agencyId: string, request: PageRequest): Promise<CountedPage<BillingRecordDto>> {
    const list = {
      columns: `document_id AS id, position, record, hash, sent_at AS "sentAt", outcome, said`,
      from: 'api.billing_record',
      id: 'document_id',
      conditions: [['agency_id = ?', agencyId]] as const,
      sorts,
      sort: '-position',
    };
    return this.database.read(scope, (tx) =>
      sortedPage<SentRow, BillingRecordDto>((sql, params) => tx.query(sql, [...params]), list, request, recordDto),
    );
  }

  /** The link of a document; null where its agency keeps none. */
  async of(scope: Scope, documentId: string): Promise<KeptBillingRecord | null> {
    const [row] = await this.database.read(scope, (tx) =>
      tx.query<LinkRow & { agencyId: string }>(
        `SELECT position, record, hash, agency_id AS "agencyId" FROM api.billing_record WHERE document_id = $1`,
        [documentId],
      ),
    );
    if (row === undefined) return null;
    // The customer of one invoice sees no other's, but its link names the one before.
    const [before] = await this.database.read(marketplace, (tx) =>
      tx.query<LinkRow>(
        'SELECT position, record, hash FROM api.billing_record WHERE agency_id = $1 AND position = $2 - 1',
        [row.agencyId, row.position],
      ),
    );
    const { position, record, hash } = row;
    const previous = before === undefined ? null : namesOf(before.record);
    return { position, record, hash, previous };
  }
}

const namesOf = ({ issuerNif, number, issuedOn }: BillingRecord) => ({ issuerNif, number, issuedOn });

/** A credit note corrects by what it takes back, and that is below nothing. */
const amountsOf = (document: Invoice | CreditNote): Pick<BillingRecord, 'type' | 'tax' | 'total'> =>
  'creditNoteId' in document
    ? { type: 'R1', tax: takenBack(document.tax), total: takenBack(document.total) }
    : { type: 'F1', tax: document.tax, total: document.total };

/** On whose clock an agency keeps records; null for one that keeps none. */
async function zoneOfKeeper(tx: Transaction, agencyId: string): Promise<string | null> {
  const [row] = await tx.query<{ timeZone: string }>(
    `SELECT time_zone AS "timeZone" FROM api.agency_numbering WHERE agency_id = $1 AND keeps_billing_records`,
    [agencyId],
  );
  return row?.timeZone ?? null;
}

async function lastOf(tx: Transaction, agencyId: string): Promise<{ position: number; hash: string } | null> {
  const [row] = await tx.query<{ position: number; hash: string }>(
    'SELECT position, hash FROM api.billing_record WHERE agency_id = $1 ORDER BY position DESC LIMIT 1',
    [agencyId],
  );
  return row ?? null;
}
