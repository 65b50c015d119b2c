import { Access, type AccessRule, type Actor, agencyWorkers, scopeOf } from '#access';
import { BookedTodayDto, TodayDto, TodayQueryDto } from '#contracts';
import { type Assistant, type Booking, assertTimeZone, endOfDay, localDate, slotsAtRisk, startOfDay } from '#domain';
import { CurrentActor, Now, type PageRequest } from '#platform/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AssistantStore } from '../assistants/assistant.store.js';
import { BookingStore } from '../bookings/booking.store.js';
import { ConversationReads } from '../conversation/conversation-reads.js';
import { EngagementReads } from '../engagements/engagement-reads.js';
import { readingQuery } from '../query-time.js';
import { assistantScopeOf, demandWithinScope } from '../work-records/assistant-scope.js';

const read: AccessRule = { roles: agencyWorkers, scope: 'engagements:read' };
const first: PageRequest = { limit: 100, after: null };

@ApiTags('engagements')
@Controller('v1/today')
export class TodayController {
  constructor(
    private readonly assistants: AssistantStore,
    private readonly engagements: EngagementReads,
    private readonly conversations: ConversationReads,
    private readonly bookings: BookingStore,
  ) {}

  /** An assistant's day over all of her engagements: what was given back, what is due, what waits for an answer, what is booked. */
  @Get()
  @Access(read)
  async read(@CurrentActor() actor: Actor, @Query() query: TodayQueryDto, @Now() now: string): Promise<TodayDto> {
    const { assistantId } = query;
    const assistant = await this.whose(actor, assistantId);
    const timeZone = query.timeZone ?? assistant?.timeZone ?? 'UTC';
    readingQuery(() => assertTimeZone(timeZone, ['timeZone']));
    const date = localDate(now, timeZone);
    const of = assistantId === undefined ? {} : { assistantId };
    const runs = (status: 'returned' | 'scheduled') =>
      this.engagements.allRunsPage(actor, { ...of, status, to: now }, first, now);
    const [returned, due, waiting, booked] = await Promise.all([
      runs('returned'),
      runs('scheduled'),
      this.conversations.openItems(actor, { ...of, waitsFor: 'us' }, first, now),
      this.booked(actor, assistantId ?? null, { from: startOfDay(date, timeZone), to: endOfDay(date, timeZone) }),
    ]);
    return { date, timeZone, returned: returned.items, due: due.items, waiting: waiting.items, booked };
  }

  private async booked(actor: Actor, assistantId: string | null, day: Day): Promise<BookedTodayDto[]> {
    const sought = { ...day, status: 'confirmed', assistantId: assistantScopeOf(actor) ?? assistantId } as const;
    const { items } = await this.bookings.list(scopeOf(actor), sought, first, ({ state }) => slotsOf(state, day));
    return items
      .flat()
      .sort((one, other) => (one.startAt < other.startAt ? -1 : 1))
      .slice(0, first.limit);
  }

  /** Her own day is the assistant's, on her clock; a colleague's is nobody's business. @throws DomainError `assistant.not-found` */
  private async whose(actor: Actor, asked: string | undefined): Promise<Assistant | null> {
    const assistantId = asked ?? actor.assistantId;
    if (assistantId === null) return null;
    const { state } = await this.assistants.load(scopeOf(actor), assistantId);
    demandWithinScope(actor, state, 'assistant.not-found');
    return state;
  }
}

interface Day {
  readonly from: string;
  readonly to: string;
}

function slotsOf(booking: Booking, { from, to }: Day): BookedTodayDto[] {
  const atRisk = new Set(slotsAtRisk(booking).map(({ startAt }) => startAt));
  return booking.slots
    .filter(({ startAt, endAt }) => endAt > from && startAt < to)
    .map(({ startAt, endAt }) => ({
      bookingId: booking.bookingId,
      agreementId: booking.agreementId,
      lineId: booking.lineId,
      assistantId: booking.assistantId,
      startAt,
      endAt,
      atRisk: atRisk.has(startAt),
    }));
}
