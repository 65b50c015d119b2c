import { type Actor, marketplace, scopeOf } from '#access';
import type { FreeSlotDto, FreeSlotsDto, FreeSlotsQueryDto } from '#contracts';
import {
  assertFreeTimeAsked,
  assertTimeZone,
  type Assistant,
  bookableAgreement,
  type BookingLimits,
  clockOf,
  DomainError,
  freeSlots,
  instantMs,
  instantOf,
  minuteMs,
  noBookingLimits,
  type Slot,
} from '#domain';
import { Injectable } from '@nestjs/common';
import { AgencyStore } from '../agencies/agency.store.js';
import { AgreementStore } from '../agreements/agreement.store.js';
import { ApiDatabase } from '../api-database.js';
import { VisibleAssistants } from '../assistants/visible-assistants.js';
import { fromOfQuery, readingQuery, toOfQuery } from '../query-time.js';
import { BookedSlots } from './booked-slots.js';

const defaultMinutes = 30;
const maxStretches = 500;

/** When an assistant could be booked, as far as is known now. */
@Injectable()
export class ReadFreeSlots {
  constructor(
    private readonly database: ApiDatabase,
    private readonly agencies: AgencyStore,
    private readonly agreements: AgreementStore,
    private readonly assistants: VisibleAssistants,
    private readonly slots: BookedSlots,
  ) {}

  /** @throws DomainError `assistant.not-found`, `agreement.not-found`, `booking.…`, `time.…` */
  async of(actor: Actor, id: string, query: FreeSlotsQueryDto, now: string): Promise<FreeSlotsDto> {
    const assistant = await this.assistants.load(actor, id);
    const { timeZone = assistant.timeZone, minutes = defaultMinutes } = query;
    const asked = readingQuery(() => {
      assertTimeZone(timeZone, ['timeZone']);
      const time = { fromAt: fromOfQuery(query.from, timeZone), toAt: toOfQuery(query.to, timeZone), minutes };
      assertFreeTimeAsked(time);
      return time;
    });
    const limits = await this.limitsOf(actor, assistant, query.agreementId);
    const [taken, elsewhere] = await Promise.all([
      this.slots.takenAround(id, asked, now),
      this.slots.elsewhereBetween(id, asked),
    ]);
    const stretches = limits === 'over' ? [] : freeSlots(assistant, { taken, elsewhere }, asked, now, limits);
    const to = stretches[maxStretches]?.startAt ?? asked.toAt;
    const items = stretches.slice(0, maxStretches).map((slot) => freeSlotDto(slot, timeZone));
    return { assistantId: id, timeZone, minutes, from: asked.fromAt, to, items };
  }

  /** Those of the agreement that is to be booked; without one, of the standing terms under which she can be booked at once. */
  private async limitsOf(
    actor: Actor,
    { assistantId, agencyId, instantBooking }: Assistant,
    agreementId: string | undefined,
  ): Promise<BookingLimits | 'over'> {
    if (agreementId === undefined) {
      if (!instantBooking || actor.organisationId === agencyId) return noBookingLimits;
      const { standingTerms } = (await this.agencies.load(marketplace, agencyId)).state;
      return { ...noBookingLimits, leastNoticeHours: standingTerms.leastNoticeHours };
    }
    const { state } = await this.agreements.load(scopeOf(actor), agreementId);
    const agreement = bookableAgreement(state);
    if (agreement.assistantId !== assistantId) {
      throw new DomainError('booking.other-assistant', { parameter: 'agreementId' });
    }
    const { startsOn, endsOn, timeZone, instantLimits } = agreement;
    const [engagement] = await this.database.read(scopeOf(actor), (tx) =>
      tx.query<{ ended: boolean; lastDayOn: string }>(
        `SELECT status = 'ended' AS ended, least(ends_on, $2::date)::text AS "lastDayOn"
           FROM api.engagement JOIN api.engagement_term ON engagement_id = id WHERE id = $1`,
        [agreementId, endsOn],
      ),
    );
    if (engagement?.ended === true) return 'over';
    const lastDayOn = engagement?.lastDayOn ?? endsOn;
    return { leastNoticeHours: instantLimits?.leastNoticeHours ?? 0, term: { startsOn, lastDayOn, timeZone } };
  }
}

function freeSlotDto({ startAt, endAt }: Slot, timeZone: string): FreeSlotDto {
  const minuteOf = (instant: string): number => instantMs(instant) / minuteMs;
  const localTime = (instant: string): string =>
    instantOf(clockOf(timeZone).toLocal(minuteOf(instant)) * minuteMs).slice(0, 16);
  const minutes = minuteOf(endAt) - minuteOf(startAt);
  return { startAt, endAt, localStart: localTime(startAt), localEnd: localTime(endAt), minutes };
}
