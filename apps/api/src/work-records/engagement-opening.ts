import { type Agreement, type BookingId, decideEngagement, type Engagement } from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { DutyRunSchedule } from './duty-run-schedule.js';
import { EngagementStore } from './engagement.store.js';

/** Begins the engagement of an agreement once both sides have accepted it. */
@Injectable()
export class EngagementOpening {
  constructor(
    private readonly database: ApiDatabase,
    private readonly engagements: EngagementStore,
    private readonly schedule: DutyRunSchedule,
  ) {}

  /**
   * Starts the engagement and schedules its duty runs, once per agreement, in the caller's transaction: with the acceptance,
   * or with a booking of what was accepted before acceptance began engagements. The caller has locked the agreement, so
   * that its bookings take turns, with each other and with its change orders.
   * @returns the engagement that had begun before; null where there was none
   * @throws DomainError `engagement.agreement-not-accepted`, `engagement.already-ended`
   */
  async open(agreement: Agreement, bookingId: BookingId | null, now: string): Promise<Engagement | null> {
    const { agreementId, businessId } = agreement;
    const scope: Scope = { kind: 'organisation', organisationId: businessId };
    return this.database.transaction(scope, async () => {
      const engagement = await this.engagements.find(scope, agreementId);
      const facts = decideEngagement({ type: 'startEngagement', agreement, bookingId, now }, engagement);
      if (facts.length === 0) return engagement;
      await this.engagements.create(scope, agreementId, facts);
      await this.schedule.follow(agreement, now);
      return null;
    });
  }
}
