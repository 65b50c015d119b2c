import { type Actor, agencyTeam, marketplace, scopeOf } from '#access';
import { decideOutsideCalendar, DomainError } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import { seesAllOrOwn } from '../assistants/visible-assistants.js';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { CalendarReadings } from './calendar-readings.js';
import { OutsideBusyTime } from './outside-busy-time.js';
import { OutsideCalendarStore } from './outside-calendar.store.js';

export class UnlinkOutsideCalendar extends commandOf<Change, void>() {}

/** A calendar elsewhere is heeded no more. */
@CommandHandler(UnlinkOutsideCalendar)
export class UnlinkOutsideCalendarHandler implements ICommandHandler<UnlinkOutsideCalendar> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly calendars: OutsideCalendarStore,
    private readonly readings: CalendarReadings,
    private readonly busyTime: OutsideBusyTime,
  ) {}

  execute({ actor, id, expectedVersion, now }: UnlinkOutsideCalendar): Promise<void> {
    return this.database.transaction(scopeOf(actor), async () => {
      await this.calendars.update(scopeOf(actor), id, expectedVersion, (calendar) => {
        assertOwnCalendar(actor, calendar.assistantId);
        return decideOutsideCalendar({ type: 'unlinkOutsideCalendar', now }, calendar);
      });
      await this.database.transaction(marketplace, async (tx) => {
        await this.readings.close(tx, id);
        await this.busyTime.forget(tx, id);
      });
    });
  }
}

/** @throws DomainError `outside-calendar.not-found` for an assistant whose calendar it isn't */
export function assertOwnCalendar(actor: Actor, assistantId: string): void {
  const sees = actor.via === 'api-key' || seesAllOrOwn(actor, assistantId, agencyTeam);
  if (!sees) throw new DomainError('outside-calendar.not-found');
}
