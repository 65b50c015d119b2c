import { Access, type Actor } from '#access';
import { AllDutyRunsQueryDto, DutyRunPageDto } from '#contracts';
import { CurrentActor, Now, PageQuery, type PageRequest } from '#platform/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { readWork } from '../work-records/work-rules.js';
import { EngagementReads } from './engagement-reads.js';

@ApiTags('engagements')
@Controller('v1/duty-runs')
export class AllDutyRunsController {
  constructor(private readonly reads: EngagementReads) {}

  /** The runs of all engagements: both sides see theirs, an assistant her own. */
  @Get()
  @Access(readWork)
  list(
    @CurrentActor() actor: Actor,
    @PageQuery() page: PageRequest,
    @Query() query: AllDutyRunsQueryDto,
    @Now() now: string,
  ): Promise<DutyRunPageDto> {
    return this.reads.allRunsPage(actor, query, page, now);
  }
}
