import { Access, type AccessRule, type Actor, administrators, agencyTeam, type Role, scopeOf } from '#access';
import {
  AmendClearanceDto,
  ClearanceDto,
  ClearancePageDto,
  CloseActionDto,
  GrantClearanceDto,
  RequestClearanceDto,
  VoidClearanceDto,
} from '#contracts';
import { type Clearance, type ClearanceId, DomainError } from '#domain';
import type { Versioned } from '#platform/database';
import { Creation, CurrentCall, CurrentNestedChange, Reading, Replacement, Step } from '#platform/endpoints';
import { type Answer, CurrentActor, PageQuery, type PageRequest, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import { AssistantStore } from '../assistants/assistant.store.js';
import type { Call, NestedChange } from '../call.js';
import { ChangeClearance } from './change-clearance.js';
import { clearanceDto, reportOfDto } from './clearance.dto-mapping.js';
import { ClearanceStore } from './clearance.store.js';
import { GrantClearance } from './grant-clearance.js';
import { ofAssistant } from './of-assistant.js';
import { RequestClearance } from './request-clearance.js';

/** Who deals with everybody's workplace; an assistant has to do with their own alone. */
const carers: readonly Role[] = [...agencyTeam, 'agency.assessor'];
const readers: readonly Role[] = [...carers, ...administrators];
const care: AccessRule = { roles: carers, scope: 'clearances:write' };
const careForOwn: AccessRule = { roles: [...carers, 'agency.assistant'], scope: 'clearances:write' };
/** For a person with that role, so no API key may. */
const assess: AccessRule = { roles: ['agency.assessor'], scope: null };
const read: AccessRule = { roles: [...readers, 'agency.assistant'], scope: 'clearances:read' };
const ofPath = { parameter: 'clearanceId' };

@ApiTags('clearances')
@Controller('v1/assistants/:id/clearances')
export class ClearancesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly clearances: ClearanceStore,
    private readonly assistants: AssistantStore,
  ) {}

  /** Hands in the report on the assistant's workplace at home; an assessor decides on it. */
  @Creation(careForOwn, ClearanceDto, { bodyKiB: 256 })
  async request(
    @CurrentCall() call: Call,
    @UuidParam() assistantId: string,
    @Body() body: RequestClearanceDto,
  ): Promise<Answer<ClearanceDto>> {
    assertOwnOr(carers, call.actor, assistantId);
    const [clearanceId, { jurisdiction }] = [uuidv7() as ClearanceId, body];
    const asked = { ...call, assistantId, clearanceId, jurisdiction, report: reportOfDto(body) };
    const clearance = await this.commands.execute(new RequestClearance(asked));
    const location = `/v1/assistants/${assistantId}/clearances/${clearanceId}`;
    return versioned(clearanceDto(clearance), clearance.version, { location });
  }

  /** All clearances of the assistant, the oldest first. */
  @Get()
  @Access(read)
  async list(
    @CurrentActor() actor: Actor,
    @UuidParam() assistantId: string,
    @PageQuery() page: PageRequest,
  ): Promise<ClearancePageDto> {
    assertOwnOr(readers, actor, assistantId);
    await this.assistants.load(scopeOf(actor), assistantId);
    return this.clearances.page(scopeOf(actor), { assistantId }, page, clearanceDto);
  }

  /** One clearance of a workplace. */
  @Reading(':clearanceId', read, ClearanceDto)
  async read(
    @CurrentActor() actor: Actor,
    @UuidParam() assistantId: string,
    @UuidParam('clearanceId') clearanceId: string,
  ): Promise<Answer<ClearanceDto>> {
    assertOwnOr(readers, actor, assistantId);
    const clearance = await this.clearances.load(scopeOf(actor), clearanceId);
    ofAssistant(clearance.state, assistantId);
    return answer(clearance);
  }

  /** Replaces the report, as long as nobody has decided on it. */
  @Replacement(':clearanceId/report', careForOwn, ClearanceDto, { bodyKiB: 256 })
  async amend(
    @CurrentNestedChange(ofPath) change: NestedChange,
    @Body() body: AmendClearanceDto,
  ): Promise<Answer<ClearanceDto>> {
    assertOwnOr(carers, change.actor, change.parentId);
    const decision = { type: 'amendClearance', report: reportOfDto(body) } as const;
    return this.take(new ChangeClearance({ ...change, decision }));
  }

  /**
   * The signed-in assessor looked at the workplace and clears it. Assessing is for a person with that role, so API keys
   * can't, and nobody clears their own workplace. A clearance that was in force before is voided by it.
   */
  @Step(':clearanceId/grant', assess, ClearanceDto, { idempotent: false, bodyKiB: 128 })
  grant(
    @CurrentNestedChange(ofPath) change: NestedChange,
    @Body() { openActions, validUntil }: GrantClearanceDto,
  ): Promise<Answer<ClearanceDto>> {
    return this.take(new GrantClearance({ ...change, openActions, validUntil: validUntil ?? null }));
  }

  /** Something that was still to be put right has been. */
  @Step(':clearanceId/closed-actions', care, ClearanceDto, { idempotent: false })
  closeAction(
    @CurrentNestedChange(ofPath) change: NestedChange,
    @Body() { itemCode, note }: CloseActionDto,
  ): Promise<Answer<ClearanceDto>> {
    const decision = { type: 'closeClearanceAction', itemCode, note } as const;
    return this.take(new ChangeClearance({ ...change, decision }));
  }

  /** The workplace isn't what was cleared any more: the assistant moved, reported pain, or takes the request back. */
  @Step(':clearanceId/voiding', careForOwn, ClearanceDto, { idempotent: false })
  async voidIt(
    @CurrentNestedChange(ofPath) change: NestedChange,
    @Body() { reason }: VoidClearanceDto,
  ): Promise<Answer<ClearanceDto>> {
    assertOwnOr(carers, change.actor, change.parentId);
    return this.take(new ChangeClearance({ ...change, decision: { type: 'voidClearance', reason } }));
  }

  private async take(step: Command<Versioned<Clearance>>): Promise<Answer<ClearanceDto>> {
    return answer(await this.commands.execute(step));
  }
}

const answer = (clearance: Versioned<Clearance>): Answer<ClearanceDto> =>
  versioned(clearanceDto(clearance), clearance.version);

function assertOwnOr(roles: readonly Role[], actor: Actor, assistantId: string): void {
  const forAll = actor.roles.some((role) => roles.includes(role));
  if (!forAll && actor.assistantId !== assistantId) throw new DomainError('assistant.not-found');
}
