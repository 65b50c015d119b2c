import { callOffOf, decideEngagement, type EndedEngagement, type EngagementCommand } from '#domain';
import type { Database, Scope } from '#platform/database';
import { Inject, Injectable } from '@nestjs/common';
import { AgreementStore } from '../agreements/agreement.store.js';
import { apiDatabase } from '../api-database.js';
import { BookingCallOff } from '../bookings/booking-call-off.js';
import { DutyRunSchedule } from '../work-records/duty-run-schedule.js';
import { EngagementTerms } from '../work-records/engagement-terms.js';
import { EngagementStore } from '../work-records/engagement.store.js';

type Ending = Exclude<EngagementCommand, { type: 'startEngagement' }>;

/** What goes with the end of an engagement: its agreement changes no more, and neither work nor time lies ahead. */
@Injectable()
export class EngagementEnding {
  constructor(
    @Inject(apiDatabase) private readonly database: Database,
    private readonly agreements: AgreementStore,
    private readonly engagements: EngagementStore,
    private readonly schedule: DutyRunSchedule,
    private readonly terms: EngagementTerms,
    private readonly bookings: BookingCallOff,
  ) {}

  /** @throws DomainError `engagement.not-found`, `precondition.stale`, and whatever the ending itself is refused with */
  async end(scope: Scope, engagementId: string, expectedVersion: number | null, ending: Ending): Promise<void> {
    await this.database.transaction(scope, async () => {
      await this.engagements.load(scope, engagementId);
      // Agreement first, as whoever confirms a booking or accepts a change order does.
      await this.agreements.loadLocked(scope, engagementId);
      await this.engagements.update(
        scope,
        engagementId,
        expectedVersion,
        (engagement) => decideEngagement(ending, engagement),
        async (_tx, engagement) => {
          if (engagement.status === 'ended') await this.follow(scope, engagement);
        },
      );
    });
  }

  private async follow(scope: Scope, engagement: EndedEngagement): Promise<void> {
    const { engagementId, endedAt } = engagement;
    await this.terms.close(scope, engagementId);
    await this.schedule.close(engagement, endedAt);
    await this.bookings.callOff(scope, { agreementId: engagementId, ...callOffOf(engagement) });
  }
}
