import { type Agreement, type Engagement, hoursOfPeriod, versionInForce, type WorkedTime } from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { BookedTime } from '../bookings/booked-time.js';
import { TimeEntryStore } from './time-entry.store.js';

/** Reads what worked time is judged by. Stays true as long as the caller holds the lock of the engagement. */
@Injectable()
export class WorkedTimeReader {
  constructor(
    private readonly bookings: BookedTime,
    private readonly entries: TimeEntryStore,
  ) {}

  /** @throws DomainError as `hoursOfPeriod` does */
  async of(
    scope: Scope,
    { agreement, engagement }: { readonly agreement: Agreement; readonly engagement: Engagement },
    { timeEntryId, lineId, startedAt }: { timeEntryId: string; lineId: string; startedAt: string },
  ): Promise<WorkedTime> {
    const { agreementId } = agreement;
    const hours = hoursOfPeriod(
      versionInForce(agreement)?.terms ?? null,
      lineId,
      startedAt,
      engagement.notice?.lastDayOn,
    );
    return {
      hours,
      booked: await this.bookings.ofLine(scope, agreementId, lineId),
      counted: await this.entries.countedIn(scope, agreementId, hours, timeEntryId),
    };
  }
}
