import { Access, type AccessRule, type Actor, bothTeams } from '#access';
import {
  AnswerDisputeDto,
  DisputeDto,
  DisputePageDto,
  DisputeQueryDto,
  OpenDisputeDto,
  SettleDisputeDto,
} from '#contracts';
import type { Dispute, DisputeId } from '#domain';
import type { Versioned } from '#platform/database';
import { CurrentCall, CurrentChange, Reading, Step } from '#platform/endpoints';
import { type Answer, CurrentActor, PageQuery, type PageRequest, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get, Query } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import { actAsAdministrator } from '../admin-rules.js';
import type { Call, Change } from '../call.js';
import { readWork } from '../work-records/work-rules.js';
import { AnswerDispute } from './answer-dispute.js';
import { disputeDto, verdictOf } from './dispute.dto-mapping.js';
import { DisputeStore } from './dispute.store.js';
import { EndDispute } from './end-dispute.js';
import { OpenDispute } from './open-dispute.js';
import { SettleDispute } from './settle-dispute.js';

const argue: AccessRule = { roles: bothTeams, scope: 'engagements:write' };

@ApiTags('disputes')
@Controller('v1')
export class DisputesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly disputes: DisputeStore,
  ) {}

  /**
   * Disputes a run, a time entry or an invoice, within 60 days of its acceptance or issue. Until that is settled it is neither
   * invoiced, nor accepted by silence, nor paid out. The other side has 7 days to answer, and whoever opened it 3 more to reply.
   */
  @Step('disputes', argue, DisputeDto, { status: 201 })
  async open(@CurrentCall() call: Call, @Body() body: OpenDisputeDto): Promise<Answer<DisputeDto>> {
    const { subject, asks, text, fileIds = [] } = body;
    const disputeId = uuidv7() as DisputeId;
    const said = { ...call, disputeId, subject, asks: verdictOf(asks), text, fileIds };
    const dispute = await this.commands.execute(new OpenDispute(said));
    return versioned(disputeDto(dispute), dispute.version, { location: `/v1/disputes/${disputeId}` });
  }

  /** Both sides see theirs, an assistant those about her own work, administrators all. */
  @Get('disputes')
  @Access(readWork)
  list(
    @CurrentActor() actor: Actor,
    @Query() query: DisputeQueryDto,
    @PageQuery() page: PageRequest,
  ): Promise<DisputePageDto> {
    return this.disputes.list(actor, query, page, disputeDto);
  }

  /** One dispute, with what both sides say. */
  @Reading('disputes/:id', readWork, DisputeDto)
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<DisputeDto>> {
    return answer(await this.disputes.loadOf(actor, id));
  }

  /** The side whose clock runs says how it sees it. Silence hands the dispute to an administrator, and decides nothing. */
  @Step('disputes/:id/answer', argue, DisputeDto)
  answer(
    @CurrentChange() change: Change,
    @Body() { text, fileIds = [] }: AnswerDisputeDto,
  ): Promise<Answer<DisputeDto>> {
    return this.take(new AnswerDispute({ ...change, text, fileIds }));
  }

  /** The other side gives in: what whoever opened it asks for comes to pass at once. */
  @Step('disputes/:id/concession', argue, DisputeDto)
  concede(@CurrentChange() change: Change): Promise<Answer<DisputeDto>> {
    return this.take(new EndDispute({ ...change, how: 'concede' }));
  }

  /** Whoever opened it takes it back: all is as it was before. */
  @Step('disputes/:id/withdrawal', argue, DisputeDto)
  withdraw(@CurrentChange() change: Change): Promise<Answer<DisputeDto>> {
    return this.take(new EndDispute({ ...change, how: 'withdraw' }));
  }

  /**
   * An administrator decides, once both sides have had their turns. What stands is accepted and charged by the next invoice; what falls
   * of an invoice a credit note takes back.
   */
  @Step('admin/disputes/:id/settlement', actAsAdministrator, DisputeDto)
  settle(@CurrentChange() change: Change, @Body() { verdict, reason }: SettleDisputeDto): Promise<Answer<DisputeDto>> {
    return this.take(new SettleDispute({ ...change, verdict: verdictOf(verdict), reason }));
  }

  private async take(step: Command<Versioned<Dispute>>): Promise<Answer<DisputeDto>> {
    return answer(await this.commands.execute(step));
  }
}

const answer = (dispute: Versioned<Dispute>): Answer<DisputeDto> => versioned(disputeDto(dispute), dispute.version);
