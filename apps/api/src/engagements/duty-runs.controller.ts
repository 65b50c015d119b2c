import { Access, type Actor } from '#access';
import {
  AcceptDutyRunDto,
  DutyRunDto,
  DutyRunPageDto,
  DutyRunQueryDto,
  MarkDutyRunDoneDto,
  ReturnDutyRunDto,
} from '#contracts';
import type { DutyRun } from '#domain';
import type { Versioned } from '#platform/database';
import { CurrentNestedChange, Reading, Step } from '#platform/endpoints';
import { type Answer, CurrentActor, Now, PageQuery, type PageRequest, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get, Query } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { NestedChange } from '../call.js';
import { judgeWork, readWork, reportWork } from '../work-records/work-rules.js';
import { AcceptDutyRun } from './accept-duty-run.js';
import { EngagementReads } from './engagement-reads.js';
import { reportedWork } from './engagement.dto-mapping.js';
import { MarkDutyRunDone } from './mark-duty-run-done.js';
import { ReturnDutyRun } from './return-duty-run.js';

const ofPath = { parameter: 'runId', required: false };

@ApiTags('engagements')
@Controller('v1/engagements/:id/duty-runs')
export class DutyRunsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reads: EngagementReads,
  ) {}

  /** In the order in which they open, unless asked otherwise. */
  @Get()
  @Access(readWork)
  list(
    @CurrentActor() actor: Actor,
    @UuidParam() engagementId: string,
    @PageQuery() page: PageRequest,
    @Query() query: DutyRunQueryDto,
    @Now() now: string,
  ): Promise<DutyRunPageDto> {
    return this.reads.runsPage(actor, engagementId, query, page, now);
  }

  /** One run of a duty. */
  @Reading(':runId', readWork, DutyRunDto)
  async read(
    @CurrentActor() actor: Actor,
    @UuidParam() engagementId: string,
    @UuidParam('runId') runId: string,
    @Now() now: string,
  ): Promise<Answer<DutyRunDto>> {
    const run = await this.reads.run(actor, engagementId, runId, now);
    return versioned(run, run.version);
  }

  /** The agency, or the assistant herself, reports what was done, with minutes and evidence; again after a return. */
  @Step(':runId/done', reportWork, DutyRunDto, { bodyKiB: 256 })
  async done(
    @CurrentNestedChange(ofPath) change: NestedChange,
    @Body() body: MarkDutyRunDoneDto,
  ): Promise<Answer<DutyRunDto>> {
    return this.take(change, new MarkDutyRunDone({ ...change, work: reportedWork(body, change.now) }));
  }

  /**
   * The business takes what was done, with a score, and says what becomes of the rest where less was done than asked for.
   * Silence does it, too, after the hours that the agreement says, and waives the rest.
   */
  @Step(':runId/acceptance', judgeWork, DutyRunDto)
  accept(
    @CurrentNestedChange(ofPath) change: NestedChange,
    @Body() { quality, rest }: AcceptDutyRunDto,
  ): Promise<Answer<DutyRunDto>> {
    return this.take(change, new AcceptDutyRun({ ...change, quality, rest: rest ?? null }));
  }

  /** The business gives back what is not done as agreed. */
  @Step(':runId/return', judgeWork, DutyRunDto)
  giveBack(
    @CurrentNestedChange(ofPath) change: NestedChange,
    @Body() { reason }: ReturnDutyRunDto,
  ): Promise<Answer<DutyRunDto>> {
    return this.take(change, new ReturnDutyRun({ ...change, reason }));
  }

  private async take({ now }: NestedChange, step: Command<Versioned<DutyRun>>): Promise<Answer<DutyRunDto>> {
    const run = await this.commands.execute(step);
    return versioned(await this.reads.asRead(run, now), run.version);
  }
}
