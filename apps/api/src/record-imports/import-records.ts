import { scopeOf } from '#access';
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
import { type BankLine, bankLineOf, type WrittenLine } from './bank-line.js';
import { RecordRuleStore } from './record-rule.store.js';
import { RecordSourceStore } from './record-source.store.js';

export interface ReadStatement {
  readonly fileId: string;
  readonly source: string;
  readonly mapping: ColumnMappingDto | null;
  readonly lines: readonly WrittenLine[];
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
  ) {}

  async execute({ actor, statement, now }: ImportRecords): Promise<RecordImportDto> {
    const [scope, businessId] = [scopeOf(actor), actor.organisationId];
    const books = await this.books.of(businessId);
    return this.database.transaction(scope, async (tx) => {
      await lockBooks(tx, businessId);
      const { good, rejected } = await this.sorted(tx, books, statement);
      const known = await knownKeys(tx, businessId, good);
      const fresh = good.filter(({ key }) => !known.has(key));
      const rules = await this.rules.of(scope, businessId);
      const contents = fresh.map((line) => {
        const content = contentOf(line, books.chart.currency);
        return { ...content, category: categoryByRules(content, rules) };
      });
      if (!statement.isPreview) {
        for (const [index, content] of contents.entries()) {
          const parties = { businessId, agencyId: null, engagementId: null, assistantId: null };
          const of = { id: uuidv7(), status: 'reviewed', returnReason: null, filedAt: now, version: 1 } as const;
          await this.records.add(tx, { ...content, ...parties, ...of }, fresh[index]!.key);
        }
        const { source, mapping } = statement;
        if (mapping !== null) await this.sources.keep(tx, businessId, source, mapping);
        const subject = { kind: 'record', id: businessId, organisations: [businessId], assistantId: null } as const;
        await this.files.name(actor, [{ id: statement.fileId, at: ['fileId'] }], subject, now);
      }
      return {
        isPreview: statement.isPreview,
        taken: fresh.length,
        known: good.length - fresh.length,
        rejected: rejected.length,
        rejectedLines: rejected.slice(0, mostTold),
        lines: contents.slice(0, mostTold).map(({ datedOn, description, counterpart, totalMinor, category }) => ({
          datedOn,
          description,
          counterpart,
          amountMinor: totalMinor,
          category,
        })),
      };
    });
  }

  /** Lines of closed months stay out, as those that can't be read do. */
  private async sorted(tx: Transaction, { businessId, chart }: Books, { lines, source }: ReadStatement) {
    const read: BankLine[] = [];
    const rejected: RejectedRecordLineDto[] = [];
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
    const closed = await this.records.closedMonths(tx, businessId, months);
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

/** By the bank's reference; without one by what a line says, and the how many-eth it is that says so in the file. */
function keyed(lines: readonly BankLine[], source: string): KeyedLine[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const { reference, datedOn, amountMinor, description, counterpart } = line;
    const said = JSON.stringify(reference === null ? [datedOn, amountMinor, description, counterpart] : [reference]);
    const times = reference === null ? (seen.get(said) ?? 0) : 0;
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
  vatRateBps: null,
  paidOn: null,
  bankLineId: null,
  distanceTenths: null,
  fileIds: [],
  corrects: null,
});
