import { Access, type Actor, administrators, agencyTeam, businessTeam, scopeOf } from '#access';
import { EventPageDto, EventQueryDto } from '#contracts';
import { CurrentActor, PageQuery, type PageRequest } from '#platform/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ReadEvents } from './read-events.js';

const readers = [...agencyTeam, ...businessTeam, ...administrators] as const;

@ApiTags('events')
@Controller('v1/events')
export class EventsFeedController {
  constructor(private readonly events: ReadEvents) {}

  /**
   * What happened and concerns one's own organisation, oldest first unless asked otherwise. To hear what comes later, ask again after the
   * `cursor` of the last event. Administrators read everything.
   */
  @Get()
  @Access({ roles: readers, scope: 'events:read' })
  list(
    @CurrentActor() actor: Actor,
    @Query() query: EventQueryDto,
    @PageQuery() page: PageRequest,
  ): Promise<EventPageDto> {
    return this.events.page(scopeOf(actor), page, query);
  }
}
