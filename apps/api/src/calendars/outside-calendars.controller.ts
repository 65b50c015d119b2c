import { Access, type AccessRule, type Actor, agencyTeam, agencyWorkers, scopeOf } from '#access';
import { LinkOutsideCalendarDto, OutsideCalendarDto, OutsideCalendarListDto } from '#contracts';
import { Creation, CurrentCall, CurrentChange, Reading, Step } from '#platform/endpoints';
import { type Answer, CurrentActor, Now, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Delete, Get, HttpCode } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { seesAllOrOwn } from '../assistants/visible-assistants.js';
import type { Call, Change } from '../call.js';
import { CalendarReadings } from './calendar-readings.js';
import { LinkOutsideCalendar } from './link-outside-calendar.js';
import { OutsideCalendarStore } from './outside-calendar.store.js';
import { assertOwnCalendar, UnlinkOutsideCalendar } from './unlink-outside-calendar.js';

const read: AccessRule = { roles: agencyWorkers, scope: 'calendars:read' };
const write: AccessRule = { roles: agencyWorkers, scope: 'calendars:write' };

@ApiTags('calendars')
@Controller('v1/outside-calendars')
export class OutsideCalendarsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly calendars: OutsideCalendarStore,
    private readonly readings: CalendarReadings,
  ) {}

  /**
   * Has the busy times of a calendar elsewhere heeded: no time is offered, held or searched in which it says that the assistant is busy.
   * It is read every quarter of an hour. What is in it nobody is shown.
   */
  @Creation(write, OutsideCalendarDto)
  async link(@CurrentCall() call: Call, @Body() body: LinkOutsideCalendarDto): Promise<Answer<OutsideCalendarDto>> {
    const linked = await this.commands.execute(new LinkOutsideCalendar({ ...call, ...body }));
    return versioned(linked, linked.version, { location: `/v1/outside-calendars/${linked.id}` });
  }

  /** The calendars of one's assistants, or one's own, and how reading each stands. */
  @Get()
  @Access(read)
  @ApiOkResponse({ type: OutsideCalendarListDto })
  async list(@CurrentActor() actor: Actor): Promise<OutsideCalendarListDto> {
    const seesAll = actor.via === 'api-key' || seesAllOrOwn(actor, '', agencyTeam);
    const own = seesAll ? null : (actor.assistantId ?? actor.organisationId);
    return { items: await this.calendars.list(scopeOf(actor), actor.organisationId, own) };
  }

  /** One of them. */
  @Reading(':id', read, OutsideCalendarDto)
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<OutsideCalendarDto>> {
    const shown = await this.calendars.shown(scopeOf(actor), id);
    assertOwnCalendar(actor, shown.assistantId);
    return versioned(shown, shown.version);
  }

  /** Has it read now, and not only when its turn comes. */
  @Step(':id/reading', write, OutsideCalendarDto)
  async readNow(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @Now() now: string,
  ): Promise<Answer<OutsideCalendarDto>> {
    const shown = await this.calendars.shown(scopeOf(actor), id);
    assertOwnCalendar(actor, shown.assistantId);
    await this.readings.hurry(scopeOf(actor), id, now);
    return versioned(shown, shown.version);
  }

  /** Reads it no more; what it said takes no time any more. */
  @Delete(':id')
  @HttpCode(204)
  @Access(write)
  async unlink(@CurrentChange({ required: false }) change: Change): Promise<void> {
    await this.commands.execute(new UnlinkOutsideCalendar(change));
  }
}
