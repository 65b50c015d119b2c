import { type Booking, type Slot, slotsThatTakePlace } from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { AbsenceStore } from '../work-records/absence.store.js';
import { BookingStore } from './booking.store.js';

/** Booked time that takes place: without what was called off, what is at risk, and what lies in an absence. */
@Injectable()
export class BookedTime {
  constructor(
    private readonly bookings: BookingStore,
    private readonly absences: AbsenceStore,
  ) {}

  /** Confirmed time of a line. */
  async ofLine(scope: Scope, agreementId: string, lineId: string): Promise<Slot[]> {
    const booked = await this.bookings.ofAgreement(scope, agreementId, lineId);
    if (booked.length === 0) return [];
    const absences = await this.absences.timeOfEngagement(agreementId);
    return booked.flatMap((booking) => slotsThatTakePlace(booking, absences));
  }

  /** The same, and none of it is called off or moved until the caller's transaction is over. */
  async ofLineLocked(scope: Scope, agreementId: string, lineId: string): Promise<Slot[]> {
    await this.bookings.lockLine(scope, agreementId, lineId);
    return this.ofLine(scope, agreementId, lineId);
  }

  async of(booking: Booking): Promise<Slot[]> {
    return slotsThatTakePlace(booking, await this.absences.timeOfEngagement(booking.agreementId));
  }
}
