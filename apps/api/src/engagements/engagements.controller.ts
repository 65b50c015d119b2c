import { Access, type Actor } from '#access';
import { EndEngagementDto, EngagementDto, EngagementPageDto, GiveNoticeDto, ScorecardDto } from '#contracts';
import { CurrentChange, Reading, Step } from '#platform/endpoints';
import { type Answer, CurrentActor, Now, PageQuery, type PageRequest, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Change } from '../call.js';
import { readWork } from '../work-records/work-rules.js';
import { EndEngagement } from './end-engagement.js';
import { GiveNotice } from './give-notice.js';
import { EngagementReads } from './engagement-reads.js';
import { endEngagement } from './engagement-rules.js';

@ApiTags('engagements')
@Controller('v1/engagements')
export class EngagementsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reads: EngagementReads,
  ) {}

  /** Both sides see theirs; an assistant sees her own. */
  @Get()
  @Access(readWork)
  list(@CurrentActor() actor: Actor, @PageQuery() page: PageRequest): Promise<EngagementPageDto> {
    return this.reads.page(actor, page);
  }

  /** One engagement, with its scorecard. */
  @Reading(':id', readWork, EngagementDto)
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<EngagementDto>> {
    const engagement = await this.reads.one(actor, id);
    return versioned(engagement, engagement.version);
  }

  /** Whether things are done, when, and how well, as of now. */
  @Get(':id/scorecard')
  @Access(readWork)
  scorecard(@CurrentActor() actor: Actor, @UuidParam() id: string, @Now() now: string): Promise<ScorecardDto> {
    return this.reads.scorecard(actor, id, now);
  }

  /**
   * Says that the engagement ends before its term does, and after which day: at the earliest after the days of notice that the
   * agreement names. Until then all goes on as agreed; what is booked beyond is called off for nothing.
   */
  @Step(':id/notice', endEngagement, EngagementDto)
  async notice(
    @CurrentChange({ required: false }) change: Change,
    @Body() { reason, lastDayOn }: GiveNoticeDto,
  ): Promise<Answer<EngagementDto>> {
    await this.commands.execute(new GiveNotice({ ...change, reason, lastDayOn: lastDayOn ?? null }));
    return this.read(change.actor, change.id);
  }

  /**
   * Ends the engagement at once, where the agreement names no notice. Work that has begun may still be finished; bookings ahead are called
   * off at the price of the agreement's cancellation terms.
   */
  @Step(':id/end', endEngagement, EngagementDto)
  async end(
    @CurrentChange({ required: false }) change: Change,
    @Body() { reason }: EndEngagementDto,
  ): Promise<Answer<EngagementDto>> {
    await this.commands.execute(new EndEngagement({ ...change, reason }));
    return this.read(change.actor, change.id);
  }
}
