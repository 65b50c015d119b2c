import { scopeOf } from '#access';
import type { ExtendRetentionDto, RecordRetentionDto } from '#contracts';
import { assertExtends, localDate } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { ReadRetention } from './read-retention.js';
import { RecordBooksStore } from './record-books.store.js';
import { RecordYearStore } from './record-year.store.js';

export class ExtendRetention extends commandOf<Call & { asked: ExtendRetentionDto }, RecordRetentionDto>() {}

/** The business keeps the books of a year for longer than the law asks: for an audit, or a case before a court. */
@CommandHandler(ExtendRetention)
export class ExtendRetentionHandler implements ICommandHandler<ExtendRetention> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly books: RecordBooksStore,
    private readonly years: RecordYearStore,
    private readonly retention: ReadRetention,
  ) {}

  async execute({ actor, asked: { year, until, reason }, now }: ExtendRetention): Promise<RecordRetentionDto> {
    const { timeZone } = await this.books.of(actor.organisationId);
    return this.database.transaction(scopeOf(actor), async (tx) => {
      const kept = await this.years.lock(tx, actor.organisationId, year);
      assertExtends(kept, until, localDate(now, timeZone));
      await this.years.extend(tx, actor.organisationId, year, until, reason);
      return this.retention.of(actor);
    });
  }
}
