import { scopeOf } from '#access';
import type { FileRecordDto, RecordDto } from '#contracts';
import { assertRoom, fileRecord } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { lockBooks, RecordBooksStore } from './record-books.store.js';
import { assertNoTwin, RecordFiling } from './record-filing.js';
import { recordFiled } from './record.events.js';
import { recordDto, RecordStore } from './record.store.js';
import { contentSaid, duplicateKeyOf } from './said-content.js';

export class FileRecord extends commandOf<Call & { said: FileRecordDto }, RecordDto>() {}

/** An entry is filed with its documents: by the business itself, or by the assistant for it, and then it waits for the business. */
@CommandHandler(FileRecord)
export class FileRecordHandler implements ICommandHandler<FileRecord> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly books: RecordBooksStore,
    private readonly records: RecordStore,
    private readonly filing: RecordFiling,
  ) {}

  async execute({ actor, said, now }: FileRecord): Promise<RecordDto> {
    const parties = await this.filing.partiesFor(actor, said.engagementId ?? null);
    const books = await this.books.of(parties.businessId);
    const content = contentSaid(said, books.chart);
    return this.database.transaction(scopeOf(actor), async (tx) => {
      const id = uuidv7();
      const [, { context, entries, twin }] = await Promise.all([
        lockBooks(tx, parties.businessId),
        this.filing.aboutNew(actor, books, id, content, now),
      ]);
      const status = fileRecord(content, context);
      assertRoom(entries, 1, content.datedOn.slice(0, 4));
      await this.filing.assertBankLine(parties.businessId, content);
      if (said.isNoDuplicate !== true) assertNoTwin(twin);
      const record = { ...content, ...parties, id, status, returnReason: null, filedAt: now, version: 1 };
      await this.records.add(tx, [{ record, duplicateKey: duplicateKeyOf(content) }]);
      await this.filing.nameFiles(actor, record, [], now);
      await tx.append(recordFiled(record, now));
      return recordDto(record, false);
    });
  }
}
