import { Access, type Actor, agencyTeam } from '#access';
import { AssignmentPlanDto, OwnAssignmentLinePageDto, OwnAssignmentLineQueryDto } from '#contracts';
import { Awaited } from '#platform/endpoints';
import {
  accepted,
  Answer,
  CurrentActor,
  Idempotent,
  Keyset,
  Now,
  PageQuery,
  type PageRequest,
  PreferWait,
  UuidParam,
} from '#platform/http';
import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiTags } from '@nestjs/swagger';
import { AskAssignmentPlan } from './ask-assignment-plan.js';
import { actAsAdministrator, readAsAdministrator } from '../admin-rules.js';
import { type AssignmentPlan, AssignmentPlanStore, type LinePlace } from './assignment-plan.store.js';

const byLine = new Keyset<LinePlace>({ planId: 'uuid', needId: 'uuid' });

@ApiTags('assignment-plans')
@Controller('v1')
export class AssignmentPlansController {
  constructor(
    private readonly asking: AskAssignmentPlan,
    private readonly plans: AssignmentPlanStore,
  ) {}

  /**
   * Has worked out who would best do what, over all open needs and the hours that assistants have left. A proposal:
   * nothing is booked by it, and agencies answer with ordinary proposals if they like.
   */
  @Post('admin/assignment-plans')
  @Idempotent()
  @Access(actAsAdministrator)
  @ApiAcceptedResponse({ type: AssignmentPlanDto, description: 'The plan will be at Location.' })
  async ask(@Now() now: string): Promise<Answer<AssignmentPlanDto>> {
    const plan = await this.asking.ask(now);
    return accepted(assignmentPlanDto(plan), locationOf(plan));
  }

  /** One plan, once it is prepared. */
  @Awaited('admin/assignment-plans/:id', readAsAdministrator, AssignmentPlanDto, 'Not there yet.')
  async read(@UuidParam() id: string, @PreferWait() waitSeconds: number): Promise<Answer<AssignmentPlanDto>> {
    const plan = await this.asking.read(id, waitSeconds);
    const dto = assignmentPlanDto(plan);
    return plan.content === null ? accepted(dto, locationOf(plan)) : new Answer(dto);
  }

  /** The lines that name assistants of one's own, for needs that one may answer; newest plans first. */
  @Get('assignment-plans')
  @Access({ roles: agencyTeam, scope: 'proposals:read' })
  own(
    @CurrentActor() actor: Actor,
    @Query() { needId }: OwnAssignmentLineQueryDto,
    @PageQuery() page: PageRequest,
  ): Promise<OwnAssignmentLinePageDto> {
    return byLine.page(
      page,
      (after, limit) => this.plans.linesOf(actor.organisationId, needId ?? null, limit, after),
      (line) => ({ ...line, preparedAt: line.preparedAt.toISOString() }),
    );
  }
}

const locationOf = ({ id }: AssignmentPlan): string => `/v1/admin/assignment-plans/${id}`;

function assignmentPlanDto({ id, askedAt, content }: AssignmentPlan): AssignmentPlanDto {
  return {
    id,
    status: content === null ? 'pending' : 'prepared',
    askedAt: askedAt.toISOString(),
    preparedAt: content?.preparedAt ?? null,
    lines: content?.lines ?? [],
    unassignedNeedIds: content?.unassignedNeedIds ?? [],
    scoreSum: content?.scoreSum ?? null,
    firstComeScoreSum: content?.firstComeScoreSum ?? null,
  };
}
