import { Access, type Actor, roles } from '#access';
import { FreeSlotsDto, FreeSlotsQueryDto } from '#contracts';
import { CurrentActor, Now, UuidParam } from '#platform/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ReadFreeSlots } from './read-free-slots.js';

@ApiTags('assistants')
@Controller('v1/assistants/:id/free-slots')
export class FreeSlotsController {
  constructor(private readonly freeSlots: ReadFreeSlots) {}

  /**
   * When an assistant can be booked: working hours without days off, bookings and holds, in weeks that have capacity left. With an
   * agreement, within its term, up to the last day of a notice, and with the notice that it asks for; without one, with the
   * least notice of the agency's standing terms where she can be booked at once.
   * For everybody who may see the assistant: published ones are seen by all who are signed in, others by their agency.
   */
  @Get()
  @Access({ roles, scope: 'assistants:read' })
  @ApiOkResponse({ type: FreeSlotsDto })
  read(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @Query() query: FreeSlotsQueryDto,
    @Now() now: string,
  ): Promise<FreeSlotsDto> {
    return this.freeSlots.of(actor, id, query, now);
  }
}
