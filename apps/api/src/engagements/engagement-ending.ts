import {
  type Agreement,
  type AgreementTerms,
  callOffOf,
  decideEngagement,
  type EndedEngagement,
  type EngagementCommand,
  type TermsOfEnd,
  versionInForce,
} from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { AgreementStore } from '../agreements/agreement.store.js';
import { ApiDatabase } from '../api-database.js';
import { BookingCallOff } from '../bookings/booking-call-off.js';
import { DutyRunSchedule } from '../work-records/duty-run-schedule.js';
import { EngagementTerms } from '../work-records/engagement-terms.js';
import { EngagementStore } from '../work-records/engagement.store.js';

/** What somebody asks for, by what the terms in force say of the end. */
type Ending = (terms: TermsOfEnd) => Exclude<EngagementCommand, { type: 'startEngagement' }>;

/** What goes with the end of an engagement: its agreement changes no more, and neither work nor time lies ahead. */
@Injectable()
export class EngagementEnding {
  constructor(
    private readonly database: ApiDatabase,
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
      const { state: agreement } = await this.agreements.loadLocked(scope, engagementId);
      const terms = termsInForce(agreement);
      await this.engagements.update(
        scope,
        engagementId,
        expectedVersion,
        (engagement) => decideEngagement(ending(termsOfEnd(terms)), engagement),
        async (_tx, engagement) => {
          if (engagement.status === 'ended') await this.follow(scope, engagement);
          // What would begin after the last day isn't asked for any more.
          else if (engagement.notice) await this.schedule.follow(agreement, engagement.notice.givenAt);
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

function termsInForce(agreement: Agreement): AgreementTerms {
  const terms = versionInForce(agreement)?.terms;
  if (terms === undefined) throw new Error(`agreement ${agreement.agreementId} has an engagement and nothing in force`);
  return terms;
}

const termsOfEnd = ({ endsOn, timeZone, noticeDays = 0 }: AgreementTerms): TermsOfEnd => ({
  endsOn,
  timeZone,
  noticeDays,
});
