import { Access, type Actor } from '#access';
import {
  AcceptDutyRunDto,
  DutyRunDto,
  DutyRunPageDto,
  DutyRunQueryDto,
  MarkDutyRunDoneDto,
  ReturnDutyRunDto,
} from '#contracts';
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
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { EngagementReads } from './engagement-reads.js';
import { agencyRoles, businessRoles, readerRoles } from './engagement-roles.js';
import { dutyRunDto, reportedWork } from './engagement.dto-mapping.js';
import { JudgeDutyRun } from './judge-duty-run.js';
import { MarkDutyRunDone } from './mark-duty-run-done.js';

@ApiTags('engagements')
@Controller('v1/engagements/:id/duty-runs')
export class DutyRunsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reads: EngagementReads,
  ) {}

  /** In the order in which they open. */
  @Get()
  @Access({ roles: readerRoles, scope: 'engagements:read' })
  list(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @PageQuery() page: PageRequest,
    @Query() { status }: DutyRunQueryDto,
  ): Promise<DutyRunPageDto> {
    return this.reads.runsPage(actor, id, status, page);
  }

  @Get(':runId')
  @Access({ roles: readerRoles, scope: 'engagements:read' })
  @ApiOkResponse({ type: DutyRunDto })
  async read(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @UuidParam('runId') runId: string,
  ): Promise<Answer<DutyRunDto>> {
    const run = await this.reads.run(actor, id, runId);
    return versioned(run, run.version);
  }

  /** The agency, or the assistant herself, reports what was done, with minutes and evidence; again after a return. */
  @Post(':runId/done')
  @HttpCode(200)
  @Idempotent()
  @Access({ roles: [...agencyRoles, 'agency.assistant'], scope: 'engagements:write' })
  @ApiOkResponse({ type: DutyRunDto })
  async done(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @UuidParam('runId') runId: string,
    @IfMatch({ required: false }) expectedVersion: number | null,
    @Body() body: MarkDutyRunDoneDto,
    @Now() now: string,
  ): Promise<Answer<DutyRunDto>> {
    const run = await this.commands.execute(
      new MarkDutyRunDone(actor, id, runId, expectedVersion, reportedWork(body, now), now),
    );
    return versioned(dutyRunDto(run), run.version);
  }

  /** The business takes what was done, with a score. Silence does it, too, after the hours that the agreement says. */
  @Post(':runId/acceptance')
  @HttpCode(200)
  @Idempotent()
  @Access({ roles: businessRoles, scope: 'engagements:write' })
  @ApiOkResponse({ type: DutyRunDto })
  accept(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @UuidParam('runId') runId: string,
    @IfMatch({ required: false }) expectedVersion: number | null,
    @Body() { quality }: AcceptDutyRunDto,
    @Now() now: string,
  ): Promise<Answer<DutyRunDto>> {
    return this.judge(new JudgeDutyRun(actor, id, runId, expectedVersion, { quality }, now));
  }

  /** The business gives back what is not done as agreed. */
  @Post(':runId/return')
  @HttpCode(200)
  @Idempotent()
  @Access({ roles: businessRoles, scope: 'engagements:write' })
  @ApiOkResponse({ type: DutyRunDto })
  giveBack(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @UuidParam('runId') runId: string,
    @IfMatch({ required: false }) expectedVersion: number | null,
    @Body() { reason }: ReturnDutyRunDto,
    @Now() now: string,
  ): Promise<Answer<DutyRunDto>> {
    return this.judge(new JudgeDutyRun(actor, id, runId, expectedVersion, { reason }, now));
  }

  private async judge(command: JudgeDutyRun): Promise<Answer<DutyRunDto>> {
    const run = await this.commands.execute(command);
    return versioned(dutyRunDto(run), run.version);
  }
}
