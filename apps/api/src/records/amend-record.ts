import { scopeOf } from '#access';
import type { AmendRecordDto, RecordDto } from '#contracts';
import { amendRecord } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { lockBooks, RecordBooksStore } from './record-books.store.js';
import { RecordFiling } from './record-filing.js';
import { recordFiled } from './record.events.js';
import { recordDto, RecordStore } from './record.store.js';
import { contentSaid, duplicateKeyOf } from './said-content.js';

export class AmendRecord extends commandOf<Change & { said: AmendRecordDto }, RecordDto>() {}

/** An entry says something else, as long as its month is open; what was returned waits for the business again. */
@CommandHandler(AmendRecord)
export class AmendRecordHandler implements ICommandHandler<AmendRecord> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly books: RecordBooksStore,
    private readonly records: RecordStore,
    private readonly filing: RecordFiling,
  ) {}

  execute({ actor, id, expectedVersion, said, now }: AmendRecord): Promise<RecordDto> {
    return this.database.transaction(scopeOf(actor), async (tx) => {
      const before = await this.records.lock(tx, actor, id, expectedVersion);
      await lockBooks(tx, before.businessId);
      const books = await this.books.of(before.businessId);
      const content = contentSaid(said, books.chart);
      const context = await this.filing.contextFor(actor, books, content, now, [before.datedOn]);
      const status = amendRecord(before, content, context);
      if (content.datedOn.slice(0, 4) !== before.datedOn.slice(0, 4)) {
        await this.filing.assertRoomFor(before.businessId, [content.datedOn]);
      }
      await this.filing.assertNew(before.businessId, id, content, said.isNoDuplicate ?? false);
      const change = { status, content, returnReason: null, duplicateKey: duplicateKeyOf(content) };
      const record = await this.records.change(tx, before, change);
      await this.filing.nameFiles(actor, record, before.fileIds, now);
      await tx.append(recordFiled(record, now));
      return recordDto(record, false);
    });
  }
}
