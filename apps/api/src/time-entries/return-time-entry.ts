import { decideTimeEntry, type TimeEntry } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { TimeEntryChange } from './time-entry-change.js';

export class ReturnTimeEntry extends commandOf<Change & { reason: string }, Versioned<TimeEntry>>() {}

/** The business gives it back, and says why. */
@CommandHandler(ReturnTimeEntry)
export class ReturnTimeEntryHandler implements ICommandHandler<ReturnTimeEntry> {
  constructor(private readonly change: TimeEntryChange) {}

  execute({ actor, id, expectedVersion, reason, now }: ReturnTimeEntry): Promise<Versioned<TimeEntry>> {
    return this.change.by(actor, id, expectedVersion, async (entry) =>
      decideTimeEntry({ type: 'returnTimeEntry', by: partyOf(actor), reason, now }, entry),
    );
  }
}
