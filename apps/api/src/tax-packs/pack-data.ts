import { marketplace } from '#access';
import {
  addDays,
  type Currency,
  type DateRange,
  endOfDay,
  fiscalYear,
  type Gap,
  localDate,
  returnsBeginOn,
  startOfDay,
} from '#domain';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import type { PackedBytes } from '../archives/write-archive.js';
import { type Books, RecordBooksStore } from '../records/record-books.store.js';
import { type KeptRecord, RecordStore } from '../records/record.store.js';
import { tallyOf } from '../records/year-counting.js';
import { PackPapers, type PaperMaking } from './pack-papers.js';

/** A document of an entry or an invoice, and where it is in the archive. */
export interface PackedDocument extends PackedBytes {
  /** Whose document it is: the id of the entry or the invoice. */
  readonly of: string;
}

export interface PackedInvoice {
  readonly id: string;
  readonly kind: 'invoice' | 'credit-note';
  readonly number: string;
  readonly issuedOn: string;
  /** The number of the invoice that a credit note takes back. */
  readonly corrects: string | null;
  readonly totalMinor: number;
  readonly currency: string;
  readonly paidOn: string | null;
}

export interface PackedPosting {
  /** The day that the business has then. */
  readonly on: string;
  readonly occurredAt: string;
  readonly fact: string;
  readonly reference: string;
  readonly purpose: string;
  readonly currency: Currency;
  readonly amountMinor: string;
}

/** All that a pack is made of. */
export interface YearOfBooks {
  readonly books: Books;
  readonly period: DateRange;
  readonly entries: readonly KeptRecord[];
  /** Those before the fiscal year that its returns look at, as tax offices go by the calendar. */
  readonly earlier: readonly KeptRecord[];
  readonly documents: readonly PackedDocument[];
  readonly gaps: readonly Gap[];
  readonly invoices: readonly PackedInvoice[];
  readonly postings: readonly PackedPosting[];
}

/** Reads a fiscal year. What it gives depends on the books alone, in an order of theirs. */
@Injectable()
export class PackData {
  constructor(
    private readonly database: ApiDatabase,
    private readonly books: RecordBooksStore,
    private readonly records: RecordStore,
    private readonly papers: PackPapers,
  ) {}

  /** @param papers how invoices are made */
  async read(businessId: string, year: number, now: string, papers: PaperMaking): Promise<YearOfBooks> {
    const books = await this.books.of(businessId);
    const period = fiscalYear(year, books.fiscalYearStartsOn);
    const entries = await this.entriesBetween(businessId, period);
    const today = localDate(now, books.timeZone);
    // Of a year that is over, what is missing is the same on any day later.
    const seenOn = today < period.to ? today : '9999-01-01';
    const { gaps } = await this.database.read(marketplace, (tx) => tallyOf(tx, businessId, period, { today: seenOn }));
    const begin = returnsBeginOn(
      books.chart.returns.map(({ per }) => per),
      period,
    );
    const earlier = await this.entriesBetween(businessId, { from: begin, to: addDays(period.from, -1) });
    const { invoices, documents: made } = await this.papers.make(books, period, papers);
    const documents = [...(await this.documents(entries)), ...made];
    return { books, period, entries, earlier, documents, gaps, invoices, postings: await this.postings(books, period) };
  }

  private async entriesBetween(businessId: string, { from, to }: DateRange): Promise<KeptRecord[]> {
    const entries: KeptRecord[] = [];
    for await (const entry of this.records.between(marketplace, businessId, from, to)) entries.push(entry);
    return entries;
  }

  private async documents(entries: readonly KeptRecord[]): Promise<PackedDocument[]> {
    const kept = entries.filter(({ status }) => status !== 'withdrawn');
    const rows = await this.database.read(marketplace, (tx) =>
      tx.query<{ id: string; name: string; size: number; sha256: string }>(
        'SELECT id, name, size, sha256 FROM api.file WHERE id = ANY ($1::uuid[])',
        [kept.flatMap(({ fileIds }) => fileIds)],
      ),
    );
    const files = new Map(rows.map((row) => [row.id, row]));
    return kept.flatMap(({ id: of, datedOn, fileIds }) =>
      fileIds.flatMap((fileId) => {
        const file = files.get(fileId);
        if (file === undefined) return [];
        const { name, size, sha256 } = file;
        // The end of an id is what differs.
        const path = `documents/${datedOn.slice(0, 7)}/${datedOn}-${fileId.slice(-8)}-${plainName(name)}`;
        return [{ of, bytes: { fileId }, path, size, sha256 }];
      }),
    );
  }

  /** By the days that the business has: in Madrid, the last hour of a year in UTC belongs to the next. */
  private async postings({ businessId, timeZone }: Books, { from, to }: DateRange): Promise<PackedPosting[]> {
    const rows = await this.database.read(marketplace, (tx) =>
      tx.query<Omit<PackedPosting, 'on'>>(
        `SELECT to_char(l.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "occurredAt", t.fact, t.reference, l.purpose,
                l.currency, l.amount_minor::text AS "amountMinor"
           FROM api.ledger_posting l JOIN api.ledger_transaction t ON t.id = l.transaction_id
          WHERE l.party = $1 AND l.occurred_at >= $2 AND l.occurred_at < $3 ORDER BY l.occurred_at, l.id`,
        [businessId, startOfDay(from, timeZone), endOfDay(to, timeZone)],
      ),
    );
    return rows.map((row) => ({ ...row, on: localDate(row.occurredAt, timeZone) }));
  }
}

/** A name that any system can unpack. */
const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
    .replaceAll(/^[.-]+/g, '')
    .slice(-80) || 'document';
