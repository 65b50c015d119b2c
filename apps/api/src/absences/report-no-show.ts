import { scopeOf } from '#access';
import { type Absence, type AbsenceId, instantMs, reportAbsence, type UserId } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import { BookedTime } from '../bookings/booked-time.js';
import { BookingStore } from '../bookings/booking.store.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { AbsenceStore } from '../work-records/absence.store.js';
import { reporterOf } from './absence-rules.js';

export class ReportNoShow extends commandOf<
  Call & { absenceId: AbsenceId; bookingId: string; slotStartsAt: string },
  Versioned<Absence>
>() {}

/** The assistant didn't come to booked time, says either side: it isn't charged. */
@CommandHandler(ReportNoShow)
export class ReportNoShowHandler implements ICommandHandler<ReportNoShow> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly bookings: BookingStore,
    private readonly booked: BookedTime,
    private readonly absences: AbsenceStore,
  ) {}

  execute({ actor, absenceId, bookingId, slotStartsAt, now }: ReportNoShow): Promise<Versioned<Absence>> {
    const scope = scopeOf(actor);
    return this.database.transaction(scope, async () => {
      const { state: booking } = await this.bookings.load(scope, bookingId);
      const { agencyId, assistantId, agreementId, businessId } = booking;
      const takesPlace = await this.booked.of(booking);
      const facts = reportAbsence({
        type: 'reportNoShow',
        absenceId,
        reportedBy: reporterOf(actor),
        userId: actor.userId as UserId | null,
        agencyId,
        assistantId,
        agreementId,
        businessIds: [businessId],
        slot: takesPlace.find(({ startAt }) => instantMs(startAt) === instantMs(slotStartsAt)),
        others: await this.absences.ofAssistant(assistantId, now),
        recorded: await this.absences.recordedSince(assistantId, slotStartsAt, agreementId),
        now,
      });
      return this.absences.create(scope, absenceId, facts);
    });
  }
}
