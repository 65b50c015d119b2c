import { type Actor, scopeOf } from '#access';
import type { EngagementHoursDto, HoursOfLineDto } from '#contracts';
import {
  type Agreement,
  assertLocalDate,
  bookedMinutesIn,
  bookedUntil,
  type DutyLine,
  hoursOfPeriod,
  lastDayOf,
  localDate,
  nextBookedAt,
  startOfDay,
  versionInForce,
} from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { AgreementStore } from '../agreements/agreement.store.js';
import { BookedTime } from '../bookings/booked-time.js';
import { demandWithinScope } from '../work-records/assistant-scope.js';
import { EngagementStore } from '../work-records/engagement.store.js';
import { TimeEntryStore } from './time-entry.store.js';

/** What both sides, and the assistant, read of the hours of an engagement. */
@Injectable()
export class ReadHours {
  constructor(
    private readonly engagements: EngagementStore,
    private readonly agreements: AgreementStore,
    private readonly bookings: BookedTime,
    private readonly entries: TimeEntryStore,
  ) {}

  /**
   * Of a day outside of the term there is nothing.
   * @param on a local date; null for today
   * @throws DomainError `engagement.not-found`, `time.bad-date`
   */
  async of(actor: Actor, id: string, on: string | null, now: string): Promise<EngagementHoursDto> {
    const scope = scopeOf(actor);
    const { state: engagement } = await this.engagements.load(scope, id);
    demandWithinScope(actor, engagement, 'engagement.not-found');
    const { state: agreement } = await this.agreements.load(scope, id);
    const terms = versionInForce(agreement)?.terms;
    if (terms === undefined) throw new Error(`agreement ${id} has an engagement and nothing accepted`);
    const { timeZone, startsOn } = terms;
    if (on !== null) assertLocalDate(on, ['on']);
    const day = on ?? localDate(now, timeZone);
    const within = day >= startsOn && day <= lastDayOf(engagement, terms);
    const asked = terms.lines.filter(
      (line) => within && line.asNeeded !== undefined && line.accountable.party === 'assistant',
    );
    const lines: HoursOfLineDto[] = [];
    for (const line of asked)
      lines.push(await this.line(scope, agreement, line, { at: startOfDay(day, timeZone), now }));
    return { engagementId: id, timeZone, lines };
  }

  private async line(
    scope: Scope,
    agreement: Agreement,
    { lineId, cadence }: DutyLine,
    { at, now }: { at: string; now: string },
  ): Promise<HoursOfLineDto> {
    const { agreementId } = agreement;
    const hours = hoursOfPeriod(versionInForce(agreement)?.terms ?? null, lineId, at);
    const booked = await this.bookings.ofLine(scope, agreementId, lineId);
    const counted = await this.entries.countedIn(scope, agreementId, hours, agreementId);
    const { description, hourlyRate, stepMinutes, ceilingMinutes, period } = hours;
    return {
      lineId,
      description,
      cadence,
      hourlyRate,
      stepMinutes,
      periodFrom: period.startsOn,
      periodTo: period.endsOn,
      ceilingMinutes,
      bookedMinutes: bookedMinutesIn(booked, hours),
      recordedMinutes: counted.recorded,
      acceptedMinutes: counted.accepted,
      bookedUntil: bookedUntil(booked, now),
      nextBookedAt: nextBookedAt(booked, now),
    };
  }
}
