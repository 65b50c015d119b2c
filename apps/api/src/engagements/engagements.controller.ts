import { Access, type Actor } from '#access';
import { EndEngagementDto, EngagementDto, EngagementPageDto, ScorecardDto } from '#contracts';
import {
  type Answer,
  CurrentActor,
  Idempotent,
  IfMatch,
  Now,
  PageQuery,
  type PageRequest,
  UuidParam,
  versioned,
} from '#platform/http';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { EndEngagement } from './end-engagement.js';
import { EngagementReads } from './engagement-reads.js';
import { agencyRoles, businessRoles, readerRoles } from './engagement-roles.js';

@ApiTags('engagements')
@Controller('v1/engagements')
export class EngagementsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reads: EngagementReads,
  ) {}

  /** Both sides see theirs; an assistant sees her own. */
  @Get()
  @Access({ roles: readerRoles, scope: 'engagements:read' })
  list(@CurrentActor() actor: Actor, @PageQuery() page: PageRequest): Promise<EngagementPageDto> {
    return this.reads.page(actor, page);
  }

  @Get(':id')
  @Access({ roles: readerRoles, scope: 'engagements:read' })
  @ApiOkResponse({ type: EngagementDto })
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<EngagementDto>> {
    const engagement = await this.reads.one(actor, id);
    return versioned(engagement, engagement.version);
  }

  /** Whether things are done, when, and how well, as of now. */
  @Get(':id/scorecard')
  @Access({ roles: readerRoles, scope: 'engagements:read' })
  scorecard(@CurrentActor() actor: Actor, @UuidParam() id: string, @Now() now: string): Promise<ScorecardDto> {
    return this.reads.scorecard(actor, id, now);
  }

  /**
   * Ends the engagement before its term is over. Work that has begun may still be finished; bookings ahead are called
   * off at the price of the agreement's cancellation terms.
   */
  @Post(':id/end')
  @HttpCode(200)
  @Idempotent()
  @Access({ roles: [...businessRoles, ...agencyRoles], scope: 'engagements:write' })
  @ApiOkResponse({ type: EngagementDto })
  async end(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @IfMatch({ required: false }) expectedVersion: number | null,
    @Body() { reason }: EndEngagementDto,
    @Now() now: string,
  ): Promise<Answer<EngagementDto>> {
    await this.commands.execute(new EndEngagement(actor, id, expectedVersion, reason, now));
    const engagement = await this.reads.one(actor, id);
    return versioned(engagement, engagement.version);
  }
}
