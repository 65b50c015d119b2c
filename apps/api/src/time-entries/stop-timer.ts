import { decideTimeEntry, type TimeEntry } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { TimeEntryChange } from './time-entry-change.js';
import { WorkedTimeReader } from './worked-time-reader.js';

export class StopTimer extends commandOf<Change, Versioned<TimeEntry>>() {}

/** The time waits for the business from now on. */
@CommandHandler(StopTimer)
export class StopTimerHandler implements ICommandHandler<StopTimer> {
  constructor(
    private readonly change: TimeEntryChange,
    private readonly worked: WorkedTimeReader,
  ) {}

  execute({ actor, id, expectedVersion, now }: StopTimer): Promise<Versioned<TimeEntry>> {
    return this.change.by(actor, id, expectedVersion, async (entry, scope, agreement) => {
      const worked = await this.worked.of(scope, agreement, entry);
      return decideTimeEntry({ type: 'stopTimer', by: partyOf(actor), ...worked, now }, entry);
    });
  }
}
