import { decideTimeEntry, type TimeEntry } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { TimeEntryChange } from './time-entry-change.js';
import { TimeEntryStore } from './time-entry.store.js';

export class AcceptTimeEntry extends commandOf<Change, Versioned<TimeEntry>>() {}

/** The business takes it: what the period's ceiling leaves of it is charged. */
@CommandHandler(AcceptTimeEntry)
export class AcceptTimeEntryHandler implements ICommandHandler<AcceptTimeEntry> {
  constructor(
    private readonly change: TimeEntryChange,
    private readonly entries: TimeEntryStore,
  ) {}

  execute({ actor, id, expectedVersion, now }: AcceptTimeEntry): Promise<Versioned<TimeEntry>> {
    return this.change.by(actor, id, expectedVersion, async (entry, scope) => {
      const counted = await this.entries.countedBeside(scope, entry);
      return decideTimeEntry({ type: 'acceptTimeEntry', by: partyOf(actor), counted, now }, entry);
    });
  }
}
