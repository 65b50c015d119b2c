import { Access, type Actor, type Role, scopeOf } from '#access';
import {
  AmendClearanceDto,
  ClearanceDto,
  ClearancePageDto,
  CloseActionDto,
  GrantClearanceDto,
  RequestClearanceDto,
  VoidClearanceDto,
} from '#contracts';
import { type ClearanceId, DomainError } from '#domain';
import {
  type Answer,
  CurrentActor,
  decodeCursor,
  encodeCursor,
  Idempotent,
  IfMatch,
  Now,
  pageOf,
  PageQuery,
  type PageRequest,
  UuidParam,
  versioned,
} from '#platform/http';
import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import { AssistantStore } from '../assistants/assistant.store.js';
import { ChangeClearance } from './change-clearance.js';
import { clearanceDto, reportOfDto } from './clearance.dto-mapping.js';
import { ClearanceStore } from './clearance.store.js';
import { GrantClearance } from './grant-clearance.js';
import { ofAssistant } from './of-assistant.js';
import { RequestClearance } from './request-clearance.js';

/** Who deals with everybody's workplace; an assistant has to do with their own alone. */
const carers: Role[] = ['agency.owner', 'agency.coordinator', 'agency.assessor'];
const readers: Role[] = [...carers, 'marketplace.administrator'];

@ApiTags('clearances')
@Controller('v1/assistants/:id/clearances')
export class ClearancesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly clearances: ClearanceStore,
    private readonly assistants: AssistantStore,
  ) {}

  /** Hands in the report on the assistant's workplace at home; an assessor decides on it. */
  @Post()
  @Idempotent()
  @Access({ roles: [...carers, 'agency.assistant'], scope: 'clearances:write' })
  @ApiCreatedResponse({ type: ClearanceDto })
  async request(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @Body() body: RequestClearanceDto,
    @Now() now: string,
  ): Promise<Answer<ClearanceDto>> {
    assertOwnOr(carers, actor, id);
    const clearanceId = uuidv7() as ClearanceId;
    const command = new RequestClearance(actor, clearanceId, id, body.jurisdiction, reportOfDto(body), now);
    const clearance = await this.commands.execute(command);
    const location = `/v1/assistants/${id}/clearances/${clearanceId}`;
    return versioned(clearanceDto(clearance), clearance.version, { location });
  }

  /** All clearances of the assistant, the oldest first. */
  @Get()
  @Access({ roles: [...readers, 'agency.assistant'], scope: 'clearances:read' })
  async list(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @PageQuery() page: PageRequest,
  ): Promise<ClearancePageDto> {
    assertOwnOr(readers, actor, id);
    const after = page.after === null ? null : decodeCursor<{ id: string }>(page.after, { id: 'uuid' }).id;
    await this.assistants.load(scopeOf(actor), id);
    const found = await this.clearances.list(scopeOf(actor), id, page.limit + 1, after);
    return pageOf(
      found,
      page.limit,
      ({ clearance }) => clearanceDto(clearance),
      ({ id: last }) => encodeCursor({ id: last }),
    );
  }

  @Get(':clearanceId')
  @Access({ roles: [...readers, 'agency.assistant'], scope: 'clearances:read' })
  @ApiOkResponse({ type: ClearanceDto })
  async read(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @UuidParam('clearanceId') clearanceId: string,
  ): Promise<Answer<ClearanceDto>> {
    assertOwnOr(readers, actor, id);
    const clearance = await this.clearances.load(scopeOf(actor), clearanceId);
    ofAssistant(clearance.state, id);
    return versioned(clearanceDto(clearance), clearance.version);
  }

  /** Replaces the report, as long as nobody has decided on it. */
  @Put(':clearanceId/report')
  @Access({ roles: [...carers, 'agency.assistant'], scope: 'clearances:write' })
  @ApiOkResponse({ type: ClearanceDto })
  async amend(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @UuidParam('clearanceId') clearanceId: string,
    @IfMatch() expectedVersion: number | null,
    @Body() body: AmendClearanceDto,
    @Now() now: string,
  ): Promise<Answer<ClearanceDto>> {
    assertOwnOr(carers, actor, id);
    const change = { type: 'amendClearance', report: reportOfDto(body), now } as const;
    return this.change(new ChangeClearance(actor, id, clearanceId, expectedVersion, change));
  }

  /**
   * The signed-in assessor looked at the workplace and clears it. Assessing is for a person with that role, so API keys
   * can't, and nobody clears their own workplace. A clearance that was in force before is voided by it.
   */
  @Post(':clearanceId/grant')
  @HttpCode(200)
  @Access({ roles: ['agency.assessor'], scope: null })
  @ApiOkResponse({ type: ClearanceDto })
  async grant(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @UuidParam('clearanceId') clearanceId: string,
    @IfMatch() expectedVersion: number | null,
    @Body() { openActions, validUntil }: GrantClearanceDto,
    @Now() now: string,
  ): Promise<Answer<ClearanceDto>> {
    const command = new GrantClearance(actor, id, clearanceId, expectedVersion, openActions, validUntil ?? null, now);
    const clearance = await this.commands.execute(command);
    return versioned(clearanceDto(clearance), clearance.version);
  }

  /** Something that was still to be put right has been. */
  @Post(':clearanceId/closed-actions')
  @HttpCode(200)
  @Access({ roles: carers, scope: 'clearances:write' })
  @ApiOkResponse({ type: ClearanceDto })
  closeAction(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @UuidParam('clearanceId') clearanceId: string,
    @IfMatch() expectedVersion: number | null,
    @Body() { itemCode, note }: CloseActionDto,
    @Now() now: string,
  ): Promise<Answer<ClearanceDto>> {
    const change = { type: 'closeClearanceAction', itemCode, note, now } as const;
    return this.change(new ChangeClearance(actor, id, clearanceId, expectedVersion, change));
  }

  /** The workplace isn't what was cleared any more: the assistant moved, reported pain, or takes the request back. */
  @Post(':clearanceId/voiding')
  @HttpCode(200)
  @Access({ roles: [...carers, 'agency.assistant'], scope: 'clearances:write' })
  @ApiOkResponse({ type: ClearanceDto })
  async voidIt(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @UuidParam('clearanceId') clearanceId: string,
    @IfMatch() expectedVersion: number | null,
    @Body() { reason }: VoidClearanceDto,
    @Now() now: string,
  ): Promise<Answer<ClearanceDto>> {
    assertOwnOr(carers, actor, id);
    const change = { type: 'voidClearance', reason, now } as const;
    return this.change(new ChangeClearance(actor, id, clearanceId, expectedVersion, change));
  }

  private async change(command: ChangeClearance): Promise<Answer<ClearanceDto>> {
    const clearance = await this.commands.execute(command);
    return versioned(clearanceDto(clearance), clearance.version);
  }
}

function assertOwnOr(roles: readonly Role[], actor: Actor, assistantId: string): void {
  const forAll = actor.roles.some((role) => roles.includes(role));
  if (!forAll && actor.assistantId !== assistantId) throw new DomainError('assistant.not-found');
}
