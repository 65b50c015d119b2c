import { marketplace, scopeOf } from '#access';
import type { ColumnMappingDto, RecordImportDto, RejectedRecordLineDto } from '#contracts';
import { categoryByRules, type Currency, DomainError, monthOf, type RecordContent } from '#domain';
import type { Transaction } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { FileNaming } from '../files/file-naming.js';
import { type Books, lockBooks, RecordBooksStore } from '../records/record-books.store.js';
import { RecordStore } from '../records/record.store.js';
import { type FilingParties, RecordFiling } from '../records/record-filing.js';
import { type BankLine, bankLineOf, type WrittenLines } from './bank-line.js';
import { RecordRuleStore } from './record-rule.store.js';
import { RecordSourceStore } from './record-source.store.js';

export interface ReadStatement extends WrittenLines {
  readonly fileId: string;
  /** Whose statement it is, and in which engagement it was brought. */
  readonly parties: FilingParties;
  readonly source: string;
  readonly mapping: ColumnMappingDto | null;
  readonly isPreview: boolean;
}

export class ImportRecords extends commandOf<Call & { statement: ReadStatement }, RecordImportDto>() {}

const mostTold = 100;

/** A line, and by what it is known when it comes again. */
type KeyedLine = BankLine & { readonly key: string };

/** Takes in a statement of the bank: each line once, with the category that a rule gives it; the rest is told with the reason. */
@CommandHandler(ImportRecords)
export class ImportRecordsHandler implements ICommandHandler<ImportRecords> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly books: RecordBooksStore,
    private readonly records: RecordStore,
    private readonly rules: RecordRuleStore,
    private readonly files: FileNaming,
    private readonly sources: RecordSourceStore,
    private readonly filing: RecordFiling,
  ) {}

  async execute({ actor, statement, now }: ImportRecords): Promise<RecordImportDto> {
    const { parties, isPreview, source, mapping } = statement;
    const { businessId, agencyId, assistantId } = parties;
    const books = await this.books.of(businessId);
    return this.database.transaction(scopeOf(actor), async (tx) => {
      await lockBooks(tx, businessId);
      const { fresh, known, rejected, rules } = await this.sorted(books, statement);
      const entries = fresh.map((line) => {
        const content = contentOf(line, books.chart.currency);
        return { content: { ...content, category: categoryByRules(content, rules) }, duplicateKey: line.key };
      });
      if (!isPreview) {
        await this.filing.assertRoomFor(
          businessId,
          fresh.map(({ datedOn }) => datedOn),
        );
        const of = { status: 'reviewed', returnReason: null, filedAt: now, version: 1 } as const;
        const added = entries.map(({ content, duplicateKey }) => ({
          record: { ...content, ...parties, ...of, id: uuidv7() },
          duplicateKey,
        }));
        await this.records.add(tx, added);
        if (mapping !== null) await this.sources.keep(businessId, source, mapping);
        const organisations = [businessId, ...(agencyId === null ? [] : [agencyId])];
        const subject = { kind: 'record', id: businessId, organisations, assistantId } as const;
        await this.files.name(actor, [{ id: statement.fileId, at: ['fileId'] }], subject, now);
      }
      return {
        isPreview,
        taken: fresh.length,
        known,
        rejected: rejected.length,
        rejectedLines: rejected.slice(0, mostTold),
        lines: entries
          .slice(0, mostTold)
          .map(({ content: { datedOn, description, counterpart, totalMinor, category } }) => ({
            datedOn,
            description,
            counterpart,
            amountMinor: totalMinor,
            category,
          })),
      };
    });
  }

  /** What is new, what was there already, and what stays out; in the marketplace's scope, as an agency doesn't see the books. */
  private sorted(books: Books, statement: ReadStatement) {
    const { businessId } = books;
    return this.database.transaction(marketplace, async (all) => {
      const { good, rejected } = await this.readable(all, books, statement);
      const known = await knownKeys(all, businessId, good);
      const fresh = good.filter(({ key }) => !known.has(key));
      const rules = await this.rules.of(marketplace, businessId);
      return { fresh, known: good.length - fresh.length, rejected, rules };
    });
  }

  /** Lines of closed months stay out, as those that can't be read do. */
  private async readable(all: Transaction, { businessId, chart }: Books, { lines, broken, source }: ReadStatement) {
    const read: BankLine[] = [];
    const rejected: RejectedRecordLineDto[] = broken.map((line) => ({ ...line, code: 'record-import.unreadable' }));
    const refuse = (line: number, error: DomainError): void => {
      rejected.push({ line, code: error.code, detail: String(error.details['detail'] ?? '') });
    };
    for (const written of lines) {
      try {
        read.push(bankLineOf(written, chart.currency));
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        refuse(written.line, error);
      }
    }
    const months = [...new Set(read.map(({ datedOn }) => monthOf(datedOn)))];
    const closed = await this.records.closedMonths(all, businessId, months);
    const good = keyed(
      read.filter(({ line, datedOn }) => {
        if (!closed.has(monthOf(datedOn))) return true;
        refuse(line, new DomainError('record.month-closed', { detail: monthOf(datedOn) }));
        return false;
      }),
      source,
    );
    return { good, rejected: rejected.toSorted((one, other) => one.line - other.line) };
  }
}

/**
 * By its day, its amount and what the bank calls it, or what it says where it isn't called anything, and the how many-eth it is that
 * says so in the file: what banks call a reference is often the same month after month.
 */
function keyed(lines: readonly BankLine[], source: string): KeyedLine[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const { reference, datedOn, amountMinor, description, counterpart } = line;
    const said = JSON.stringify([
      datedOn,
      amountMinor,
      ...(reference === null ? [description, counterpart] : [reference]),
    ]);
    const times = seen.get(said) ?? 0;
    seen.set(said, times + 1);
    const key = createHash('sha256')
      .update(JSON.stringify([source, said, times]))
      .digest('hex');
    return { ...line, key: `bank-line|${key}` };
  });
}

async function knownKeys(
  tx: Transaction,
  businessId: string,
  lines: readonly KeyedLine[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ key: string }>(
    `SELECT duplicate_key AS key FROM api.record
      WHERE business_id = $1 AND status <> 'withdrawn' AND duplicate_key = ANY ($2)`,
    [businessId, lines.map(({ key }) => key)],
  );
  return new Set(rows.map(({ key }) => key));
}

const contentOf = (line: BankLine, currency: Currency): RecordContent => ({
  kind: 'bank-line',
  datedOn: line.datedOn,
  description: line.description,
  counterpart: line.counterpart,
  counterpartVatId: null,
  documentNumber: null,
  category: null,
  currency,
  netMinor: line.amountMinor,
  vatMinor: 0,
  totalMinor: line.amountMinor,
  withheldMinor: 0,
  vatRateBps: null,
  paidOn: null,
  bankLineId: null,
  distanceTenths: null,
  fileIds: [],
  corrects: null,
});
