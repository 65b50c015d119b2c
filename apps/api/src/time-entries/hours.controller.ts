import { Access, type AccessRule, type Actor, engagementReaders } from '#access';
import { EngagementHoursDto, HoursQueryDto } from '#contracts';
import { CurrentActor, Now, UuidParam } from '#platform/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ReadHours } from './read-hours.js';

const read: AccessRule = {
  roles: engagementReaders,
  scope: 'engagements:read',
};

@ApiTags('time-entries')
@Controller('v1/engagements/:id/hours')
export class HoursController {
  constructor(private readonly hours: ReadHours) {}

  /** How much of each line by the hour is booked, recorded and accepted in the period of a day. */
  @Get()
  @Access(read)
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
