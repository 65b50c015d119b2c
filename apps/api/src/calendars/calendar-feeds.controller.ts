import { Access, type AccessRule, type Actor, agencyWorkers, businessReaders, scopeOf } from '#access';
import { CalendarFeedListDto, MakeCalendarFeedDto, NewCalendarFeedDto } from '#contracts';
import { Creation, CurrentCall } from '#platform/endpoints';
import { type Answer, Answer as Answered, CurrentActor, Now, UuidParam } from '#platform/http';
import { Body, Controller, Delete, Get, Header, HttpCode, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Call } from '../call.js';
import { CalendarFeedStore, feedsSeenBy } from './calendar-feed.store.js';
import { FeedAnswer } from './feed-answer.js';
import { MakeCalendarFeed } from './make-calendar-feed.js';

const roles = [...agencyWorkers, ...businessReaders] as const;
const read: AccessRule = { roles, scope: 'calendars:read' };
const write: AccessRule = { roles, scope: 'calendars:write' };

@ApiTags('calendars')
@Controller('v1/calendar-feeds')
export class CalendarFeedsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly feeds: CalendarFeedStore,
    private readonly answers: FeedAnswer,
  ) {}

  /**
   * Gives bookings an address that calendars subscribe to. It works for whoever knows it, until it is revoked or whoever made it
   * leaves the organisation. The answer is the only one with the address.
   */
  @Creation(write, NewCalendarFeedDto, { secretAnswer: true })
  async make(@CurrentCall() call: Call, @Body() body: MakeCalendarFeedDto): Promise<Answer<NewCalendarFeedDto>> {
    const { assistantId = null, language = 'en' } = body;
    const made = await this.commands.execute(new MakeCalendarFeed({ ...call, assistantId, language }));
    return new Answered(made, { location: `/v1/calendar-feeds/${made.id}` }, 201);
  }

  /** The addresses there are, without their secrets: of the organisation, or for an assistant those of her own bookings. */
  @Get()
  @Access(read)
  @ApiOkResponse({ type: CalendarFeedListDto })
  async list(@CurrentActor() actor: Actor): Promise<CalendarFeedListDto> {
    return { items: await this.feeds.list(scopeOf(actor), feedsSeenBy(actor)) };
  }

  /** Revokes an address: nobody reads anything there any more. */
  @Delete(':id')
  @HttpCode(204)
  @Access(write)
  revoke(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<void> {
    return this.feeds.revoke(scopeOf(actor), feedsSeenBy(actor), id);
  }

  /** Bookings as iCalendar (RFC 5545): the last 90 days and what lies ahead, with time zones, cancellations and sequence numbers. */
  @Get(':secret/bookings.ics')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'private, max-age=300')
  @ApiParam({ name: 'secret', schema: { type: 'string', maxLength: 60 } })
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Access({ public: true })
  bookings(@Param('secret') secret: string, @Now() now: string): Promise<string> {
    return this.answers.of(secret, now);
  }
}
