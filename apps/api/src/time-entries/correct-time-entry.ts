import { decideTimeEntry, type TimeEntry } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { TimeEntryChange } from './time-entry-change.js';
import { TimeEntryStore } from './time-entry.store.js';
import { WorkedTimeReader } from './worked-time-reader.js';

export class CorrectTimeEntry extends commandOf<
  Change & { startedAt: string; endedAt: string; note: string | null },
  Versioned<TimeEntry>
>() {}

/** Says when it really was, as long as no invoice charges it. */
@CommandHandler(CorrectTimeEntry)
export class CorrectTimeEntryHandler implements ICommandHandler<CorrectTimeEntry> {
  constructor(
    private readonly change: TimeEntryChange,
    private readonly worked: WorkedTimeReader,
    private readonly entries: TimeEntryStore,
  ) {}

  execute(command: CorrectTimeEntry): Promise<Versioned<TimeEntry>> {
    const { actor, id, expectedVersion, startedAt, endedAt, note, now } = command;
    return this.change.by(actor, id, expectedVersion, async (entry, scope, of) => {
      const worked = await this.worked.of(scope, of, { ...entry, startedAt, now });
      const said = { startedAt, endedAt, note, now };
      const facts = decideTimeEntry({ type: 'correctTimeEntry', by: partyOf(actor), ...worked, ...said }, entry);
      await this.entries.demandFree(scope, entry, startedAt, endedAt);
      return facts;
    });
  }
}
