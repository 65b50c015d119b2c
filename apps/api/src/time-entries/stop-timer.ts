import { decideTimeEntry, type TimeEntry } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BookedTime } from '../bookings/booked-time.js';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { TimeEntryChange } from './time-entry-change.js';
import { TimeEntryStore } from './time-entry.store.js';

export class StopTimer extends commandOf<Change, Versioned<TimeEntry>>() {}

/** The time waits for the business from now on. */
@CommandHandler(StopTimer)
export class StopTimerHandler implements ICommandHandler<StopTimer> {
  constructor(
    private readonly change: TimeEntryChange,
    private readonly bookings: BookedTime,
    private readonly entries: TimeEntryStore,
  ) {}

  execute({ actor, id, expectedVersion, now }: StopTimer): Promise<Versioned<TimeEntry>> {
    return this.change.by(actor, id, expectedVersion, async (entry, scope) => {
      const booked = await this.bookings.ofLine(scope, entry.agreementId, entry.lineId);
      const counted = await this.entries.countedBeside(scope, entry);
      return decideTimeEntry({ type: 'stopTimer', by: partyOf(actor), booked, counted, now }, entry);
    });
  }
}
