import { type Actor, scopeOf } from '#access';
import type { EngagementAbsencesDto } from '#contracts';
import {
  type AbsentTime,
  absencesFrom,
  absentMinutesIn,
  type Booking,
  instantMs,
  isAwayAt,
  notOwedOf,
  quoteOf,
  slotsBooked,
  subtract,
  sum,
  versionInForce,
} from '#domain';
import { Injectable } from '@nestjs/common';
import { AgreementStore } from '../agreements/agreement.store.js';
import { BookingStore } from '../bookings/booking.store.js';
import { AbsenceStore } from '../work-records/absence.store.js';
import { demandWithinScope } from '../work-records/assistant-scope.js';
import { DutyRunStore } from '../work-records/duty-run.store.js';
import { EngagementStore } from '../work-records/engagement.store.js';
import { absenceDto } from './absence.dto-mapping.js';

/** What both sides, and the assistant, read of the absences from an engagement. */
@Injectable()
export class ReadEngagementAbsences {
  constructor(
    private readonly engagements: EngagementStore,
    private readonly agreements: AgreementStore,
    private readonly absences: AbsenceStore,
    private readonly runs: DutyRunStore,
    private readonly bookings: BookingStore,
  ) {}

  /** @throws DomainError `engagement.not-found` */
  async of(actor: Actor, engagementId: string, now: string): Promise<EngagementAbsencesDto> {
    const scope = scopeOf(actor);
    const { state: engagement } = await this.engagements.load(scope, engagementId);
    demandWithinScope(actor, engagement, 'engagement.not-found');
    const { state: agreement } = await this.agreements.load(scope, engagementId);
    const terms = versionInForce(agreement)?.terms;
    if (terms === undefined) throw new Error(`agreement ${engagementId} has an engagement and nothing accepted`);
    const found = await this.absences.ofEngagement(engagementId);
    const absences = found.map(({ state }) => state);
    const notOwed = notOwedOf(await this.runs.touchedByAbsences(scope, engagementId, absences), absences, now);
    const notOwedTotal = sum(
      notOwed.map(({ amount }) => amount),
      terms.currency,
    );
    const agreedSubtotal = quoteOf(terms).subtotal;
    const booked = await this.bookings.ofAgreement(scope, engagementId);
    return {
      engagementId,
      awayNow: isAwayAt(absencesFrom(absences, { ...agreement }), now),
      items: found.map((absence) => absenceDto(actor, absence)),
      notOwed,
      notOwedTotal,
      agreedSubtotal,
      owedSubtotal: subtract(agreedSubtotal, notOwedTotal),
      missedMinutes: booked.reduce((minutes, booking) => minutes + missedMinutesOf(booking, absences, now), 0),
    };
  }
}

function missedMinutesOf(booking: Booking, absences: readonly AbsentTime[], now: string): number {
  const away = absencesFrom(absences, booking);
  return slotsBooked(booking)
    .filter(({ endAt }) => instantMs(endAt) <= instantMs(now))
    .reduce((minutes, slot) => minutes + absentMinutesIn(away, slot), 0);
}
