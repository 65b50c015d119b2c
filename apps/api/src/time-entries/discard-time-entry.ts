import { decideTimeEntry, type TimeEntry } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { TimeEntryChange } from './time-entry-change.js';

export class DiscardTimeEntry extends commandOf<Change, Versioned<TimeEntry>>() {}

/** It was a mistake: its time is free for another entry. */
@CommandHandler(DiscardTimeEntry)
export class DiscardTimeEntryHandler implements ICommandHandler<DiscardTimeEntry> {
  constructor(private readonly change: TimeEntryChange) {}

  execute({ actor, id, expectedVersion, now }: DiscardTimeEntry): Promise<Versioned<TimeEntry>> {
    return this.change.by(actor, id, expectedVersion, async (entry) =>
      decideTimeEntry({ type: 'discardTimeEntry', by: partyOf(actor), now }, entry),
    );
  }
}
