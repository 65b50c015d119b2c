import { scopeOf } from '#access';
import type { ClosedMonthDto } from '#contracts';
import { addDays, assertClosable, type DateRange, type GapKind, localDate, noGaps } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { lockBooks, RecordBooksStore } from './record-books.store.js';
import { monthClosed } from './record.events.js';
import { RecordStore } from './record.store.js';
import { tallyOf } from './year-counting.js';

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
    return this.database.transaction(scope, async (tx) => {
      await lockBooks(tx, businessId);
      const isClosed = (await this.records.closedMonths(tx, businessId, [month])).has(month);
      const { months } = await tallyOf(tx, businessId, monthRange(month), { today, mostTold: 0 });
      const checklist = months[0]?.checklist ?? noGaps();
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

/** From its first day to its last. */
function monthRange(month: string): DateRange {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return { from: `${month}-01`, to: addDays(`${next}-01`, -1) };
}
