import { Access, type Actor } from '#access';
import { EngagementHoursDto, HoursQueryDto } from '#contracts';
import { CurrentActor, Now, UuidParam } from '#platform/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { readWork } from '../work-records/work-rules.js';
import { ReadHours } from './read-hours.js';

@ApiTags('time-entries')
@Controller('v1/engagements/:id/hours')
export class HoursController {
  constructor(private readonly hours: ReadHours) {}

  /** How much of each line by the hour is booked, recorded and accepted in the period of a day. */
  @Get()
  @Access(readWork)
  @ApiOkResponse({ type: EngagementHoursDto })
  read(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @Query() { on }: HoursQueryDto,
    @Now() now: string,
  ): Promise<EngagementHoursDto> {
    return this.hours.of(actor, id, on ?? null, now);
  }
}
