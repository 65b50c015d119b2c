import { scopeOf } from '#access';
import type { RecordDto } from '#contracts';
import {
  monthOf,
  type RecordContext,
  type RecordEntry,
  type RecordStatus,
  returnRecord,
  reviewRecord,
  withdrawRecord,
} from '#domain';
import type { EventDraft } from '#contracts/envelope';
import { marketplace } from '#access';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { lockBooks } from './record-books.store.js';
import { sideOf } from './record-filing.js';
import { recordReturned, recordReviewed, recordWithdrawn } from './record.events.js';
import { contentOf, type KeptRecord, recordDto, RecordStore } from './record.store.js';
import { duplicateKeyOf } from './said-content.js';

type Move = { readonly to: 'reviewed' | 'withdrawn' } | { readonly to: 'returned'; readonly reason: string };

export class MoveRecord extends commandOf<Change & { move: Move }, RecordDto>() {}

interface Step {
  readonly decide: (entry: RecordEntry, context: Pick<RecordContext, 'closedMonths' | 'by'>) => void;
  readonly event: (record: KeptRecord, now: string) => EventDraft[];
}

const steps: Readonly<Record<Exclude<RecordStatus, 'filed'>, Step>> = {
  reviewed: { decide: reviewRecord, event: recordReviewed },
  returned: { decide: returnRecord, event: recordReturned },
  withdrawn: { decide: withdrawRecord, event: recordWithdrawn },
};

/** An entry is reviewed, given back or withdrawn. */
@CommandHandler(MoveRecord)
export class MoveRecordHandler implements ICommandHandler<MoveRecord> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly records: RecordStore,
  ) {}

  execute({ actor, id, expectedVersion, move, now }: MoveRecord): Promise<RecordDto> {
    const { decide, event } = steps[move.to];
    return this.database.transaction(scopeOf(actor), async (tx) => {
      const before = await this.records.lock(tx, actor, id, expectedVersion);
      await lockBooks(tx, before.businessId);
      const closedMonths = await this.database.transaction(marketplace, (all) =>
        this.records.closedMonths(all, before.businessId, [monthOf(before.datedOn)]),
      );
      decide(before, { closedMonths, by: sideOf(actor) });
      const content = contentOf(before);
      const returnReason = move.to === 'returned' ? move.reason : null;
      const change = { status: move.to, content, returnReason, duplicateKey: duplicateKeyOf(content) };
      const record = await this.records.change(tx, before, change);
      await tx.append(event(record, now));
      return recordDto(record, false);
    });
  }
}
