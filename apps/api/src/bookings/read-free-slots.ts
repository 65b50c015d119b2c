import type { Actor } from '#access';
import type { FreeSlotDto, FreeSlotsDto, FreeSlotsQueryDto } from '#contracts';
import {
  assertFreeTimeAsked,
  assertTimeZone,
  clockOf,
  freeSlots,
  instantMs,
  instantOf,
  minuteMs,
  type Slot,
} from '#domain';
import { Injectable } from '@nestjs/common';
import { VisibleAssistants } from '../assistants/visible-assistants.js';
import { fromOfQuery, readingQuery, toOfQuery } from '../query-time.js';
import { BookedSlots } from './booked-slots.js';

const defaultMinutes = 30;
const maxStretches = 500;

/** When an assistant could be booked, as far as is known now. */
@Injectable()
export class ReadFreeSlots {
  constructor(
    private readonly assistants: VisibleAssistants,
    private readonly slots: BookedSlots,
  ) {}

  /** @throws DomainError `assistant.not-found`, `time.…` */
  async of(actor: Actor, id: string, query: FreeSlotsQueryDto, now: string): Promise<FreeSlotsDto> {
    const assistant = await this.assistants.load(actor, id);
    const { timeZone = assistant.timeZone, minutes = defaultMinutes } = query;
    const asked = readingQuery(() => {
      assertTimeZone(timeZone, ['timeZone']);
      const time = { fromAt: fromOfQuery(query.from, timeZone), toAt: toOfQuery(query.to, timeZone), minutes };
      assertFreeTimeAsked(time);
      return time;
    });
    const [taken, elsewhere] = await Promise.all([
      this.slots.takenAround(id, asked, now),
      this.slots.elsewhereBetween(id, asked),
    ]);
    const stretches = freeSlots(assistant, { taken, elsewhere }, asked, now);
    const to = stretches[maxStretches]?.startAt ?? asked.toAt;
    const items = stretches.slice(0, maxStretches).map((slot) => freeSlotDto(slot, timeZone));
    return { assistantId: id, timeZone, minutes, from: asked.fromAt, to, items };
  }
}

function freeSlotDto({ startAt, endAt }: Slot, timeZone: string): FreeSlotDto {
  const minuteOf = (instant: string): number => instantMs(instant) / minuteMs;
  const localTime = (instant: string): string =>
    instantOf(clockOf(timeZone).toLocal(minuteOf(instant)) * minuteMs).slice(0, 16);
  const minutes = minuteOf(endAt) - minuteOf(startAt);
  return { startAt, endAt, localStart: localTime(startAt), localEnd: localTime(endAt), minutes };
}
