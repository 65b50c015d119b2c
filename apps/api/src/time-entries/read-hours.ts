import { type Actor, scopeOf } from '#access';
import type { EngagementHoursDto, HoursOfLineDto, PackOfPeriodDto } from '#contracts';
import {
  type Agreement,
  assertLocalDate,
  bookedMinutesIn,
  bookedUntil,
  type DutyLine,
  type HoursOfPeriod,
  hoursOfPeriod,
  isPacked,
  lastDayOf,
  localDate,
  nextBookedAt,
  packOfPeriod,
  priceOfPacked,
  startOfDay,
  versionInForce,
} from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { AgreementStore } from '../agreements/agreement.store.js';
import { BookedTime } from '../bookings/booked-time.js';
import { HourPacks } from '../hour-packs/hour-packs.js';
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
    private readonly packs: HourPacks,
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
      lines.push(await this.line(scope, agreement, line, { at: startOfDay(day, timeZone), timeZone, now }));
    return { engagementId: id, timeZone, lines };
  }

  private async line(
    scope: Scope,
    agreement: Agreement,
    line: DutyLine,
    { at, timeZone, now }: { at: string; timeZone: string; now: string },
  ): Promise<HoursOfLineDto> {
    const { agreementId } = agreement;
    const { lineId, cadence } = line;
    const hours = hoursOfPeriod(versionInForce(agreement)?.terms ?? null, lineId, at);
    const booked = await this.bookings.ofLine(scope, agreementId, lineId);
    const counted = await this.entries.countedIn(scope, agreementId, hours, agreementId);
    const { description, hourlyRate, stepMinutes, period } = hours;
    const pack = isPacked(line) ? await this.pack(scope, agreement, line, { ...hours, timeZone }) : null;
    return {
      lineId,
      description,
      cadence,
      hourlyRate,
      stepMinutes,
      periodFrom: period.startsOn,
      periodTo: period.endsOn,
      ceilingMinutes: pack?.availableMinutes ?? hours.ceilingMinutes,
      bookedMinutes: bookedMinutesIn(booked, hours),
      recordedMinutes: counted.recorded,
      acceptedMinutes: counted.accepted,
      bookedUntil: bookedUntil(booked, now),
      nextBookedAt: nextBookedAt(booked, now),
      pack,
    };
  }

  /** As it is, or as it will be once it is bought: null where the period has none. */
  private async pack(
    scope: Scope,
    agreement: Agreement,
    line: DutyLine,
    hours: HoursOfPeriod & { readonly timeZone: string },
  ): Promise<PackOfPeriodDto | null> {
    const bought = await this.packs.balances(scope, agreement.agreementId, line.lineId);
    const found = bought.find(({ pack }) => pack.startsAt === hours.startsAt);
    if (found === undefined) {
      const before = bought.findLast(({ pack }) => pack.startsAt < hours.startsAt);
      const { minutes, carryOverMinutes } = packOfPeriod(line, hours.period, hours);
      const carriedMinutes = before?.balance.carriedOnMinutes ?? 0;
      const all = minutes + carriedMinutes;
      const price = priceOfPacked(hours, minutes);
      const ahead = { boughtAt: null, invoiceId: null, refundedMinutes: 0 };
      return { ...ahead, minutes, carryOverMinutes, carriedMinutes, price, availableMinutes: all, leftMinutes: all };
    }
    const { pack, balance } = found;
    const { minutes, carryOverMinutes, boughtAt, invoiceId, refundedMinutes } = pack;
    const { carriedMinutes, availableMinutes, leftMinutes } = balance;
    const price = priceOfPacked(pack, minutes);
    return {
      minutes,
      carryOverMinutes,
      boughtAt,
      invoiceId,
      refundedMinutes,
      carriedMinutes,
      availableMinutes,
      leftMinutes,
      price,
    };
  }
}
