import { scopeOf } from '#access';
import type { ClosedMonthDto } from '#contracts';
import { assertClosable, checklistOf, type GapKind, gapsOf, localDate } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { lockBooks, RecordBooksStore } from './record-books.store.js';
import { monthClosed } from './record.events.js';
import { RecordStore } from './record.store.js';

export class CloseMonth extends commandOf<Call & { month: string; despite: readonly GapKind[] }, ClosedMonthDto>() {}

/** The business closes a month by its checklist: from then on its entries stay as they are. */
@CommandHandler(CloseMonth)
export class CloseMonthHandler implements ICommandHandler<CloseMonth> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly books: RecordBooksStore,
    private readonly records: RecordStore,
  ) {}

  async execute({ actor, month, despite, now }: CloseMonth): Promise<ClosedMonthDto> {
    const [scope, businessId] = [scopeOf(actor), actor.organisationId];
    const { timeZone } = await this.books.of(businessId);
    const today = localDate(now, timeZone);
    const yearBefore = `${Number(month.slice(0, 4)) - 1}-01-01`;
    return this.database.transaction(scope, async (tx) => {
      await lockBooks(tx, businessId);
      const isClosed = (await this.records.closedMonths(tx, businessId, [month])).has(month);
      // Numbers of a series are missing by those before the month, and lines of the bank may be paid by entries after it.
      const entries = await this.records.between(scope, businessId, yearBefore, today);
      const gaps = gapsOf(entries, { from: entries[0]?.datedOn ?? `${month}-01`, to: today }, today);
      const checklist = checklistOf(gaps, month);
      assertClosable(month, checklist, { despite, today, isClosed });
      await tx.execute(
        `INSERT INTO api.record_month (business_id, month, closed_at, closed_by, checklist) VALUES ($1, $2, $3, $4, $5)`,
        [businessId, month, now, actor.userId, JSON.stringify(checklist)],
      );
      await tx.append([monthClosed(uuidv7(), businessId, month, now)]);
      return { month, closedAt: now };
    });
  }
}
