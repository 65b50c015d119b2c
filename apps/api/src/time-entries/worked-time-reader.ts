import { type Agreement, type Engagement, hoursOfPeriod, versionInForce, type WorkedTime } from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { BookedTime } from '../bookings/booked-time.js';
import { HourPacks } from '../hour-packs/hour-packs.js';
import { TimeEntryStore } from './time-entry.store.js';

/** Reads what worked time is judged by. Stays true until the transaction is over of a caller who has locked the engagement. */
@Injectable()
export class WorkedTimeReader {
  constructor(
    private readonly bookings: BookedTime,
    private readonly entries: TimeEntryStore,
    private readonly packs: HourPacks,
  ) {}

  /** @throws DomainError as `hoursOfPeriod` does */
  async of(
    scope: Scope,
    { agreement, engagement }: { readonly agreement: Agreement; readonly engagement: Engagement },
    { timeEntryId, lineId, startedAt, now }: { timeEntryId: string; lineId: string; startedAt: string; now: string },
  ): Promise<WorkedTime> {
    const { agreementId } = agreement;
    const agreed = hoursOfPeriod(
      versionInForce(agreement)?.terms ?? null,
      lineId,
      startedAt,
      engagement.notice?.lastDayOn,
    );
    await this.packs.buyDue(scope, { agreement, engagement }, now);
    const hours = await this.packs.packed(scope, agreed, { engagementId: agreementId, entryId: timeEntryId });
    return {
      hours,
      booked: await this.bookings.ofLineLocked(scope, agreementId, lineId),
      counted: await this.entries.countedIn(scope, agreementId, hours, timeEntryId),
    };
  }
}
