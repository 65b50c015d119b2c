import {
  Access,
  type AccessRule,
  type Actor,
  agencySignatories,
  agencyTeam,
  agencyWorkers,
  type Role,
  scopeOf,
} from '#access';
import {
  AssistantDto,
  AssistantPageDto,
  AvailabilityDto,
  ListAssistantDto,
  UpdateAssistantDto,
  WithdrawAssistantDto,
} from '#contracts';
import { type Assistant, type AssistantId, DomainError } from '#domain';
import type { Versioned } from '#platform/database';
import { Creation, CurrentCall, CurrentChange, Reading, Replacement, Step } from '#platform/endpoints';
import { type Answer, CurrentActor, PageQuery, type PageRequest, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import type { Call, Change } from '../call.js';
import { assistantDto, availabilityOfDto, listingOfDto } from './assistant.dto-mapping.js';
import { AssistantStore } from './assistant.store.js';
import { DraftAssistant } from './draft-assistant.js';
import { EditAssistant } from './edit-assistant.js';
import { MoveAssistant } from './move-assistant.js';
import { readersOfAll, seesAllOrOwn } from './visible-assistants.js';

const write: AccessRule = { roles: agencyTeam, scope: 'assistants:write' };
/** Open before an address is confirmed: nobody else sees anything of it. */
const draft: AccessRule = { roles: agencyTeam, scope: 'assistants:write', unconfirmed: true };
const setHours: AccessRule = { roles: agencyWorkers, scope: 'assistants:write' };
const listAll: AccessRule = { roles: readersOfAll, scope: 'assistants:read' };
/** Who signs for the agency sees who is named. */
const readersOfOne: readonly Role[] = [...readersOfAll, ...agencySignatories];
const read: AccessRule = { roles: [...readersOfOne, 'agency.assistant'], scope: 'assistants:read' };

@ApiTags('assistants')
@Controller('v1/assistants')
export class AssistantsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly assistants: AssistantStore,
  ) {}

  /** Takes an assistant into the agency's books as a draft; publication makes the listing public. */
  @Creation(draft, AssistantDto, { bodyKiB: 128 })
  async draft(@CurrentCall() call: Call, @Body() body: ListAssistantDto): Promise<Answer<AssistantDto>> {
    const assistantId = uuidv7() as AssistantId;
    const assistant = await this.commands.execute(new DraftAssistant({ ...call, assistantId, ...listingOfDto(body) }));
    return versioned(assistantDto(assistant), assistant.version, { location: `/v1/assistants/${assistantId}` });
  }

  /** The agency's own assistants, whatever their state; an administrator sees those of all agencies. */
  @Get()
  @Access(listAll)
  list(@CurrentActor() actor: Actor, @PageQuery() page: PageRequest): Promise<AssistantPageDto> {
    return this.assistants.page(scopeOf(actor), {}, page, assistantDto);
  }

  /** One assistant of the agency. */
  @Reading(':id', read, AssistantDto)
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<AssistantDto>> {
    assertOwnOrAll(actor, id, readersOfOne);
    return answer(await this.assistants.load(scopeOf(actor), id));
  }

  /** Replaces the listing as a whole. */
  @Replacement(':id', write, AssistantDto, { bodyKiB: 128 })
  edit(@CurrentChange() change: Change, @Body() body: UpdateAssistantDto): Promise<Answer<AssistantDto>> {
    return this.take(new EditAssistant({ ...change, changes: listingOfDto(body) }));
  }

  /** Replaces when the assistant works; assistants may do so for themselves. */
  @Replacement(':id/availability', setHours, AssistantDto)
  async setAvailability(@CurrentChange() change: Change, @Body() body: AvailabilityDto): Promise<Answer<AssistantDto>> {
    assertOwnOrAll(change.actor, change.id, agencyTeam);
    return this.take(new EditAssistant({ ...change, changes: availabilityOfDto(body) }));
  }

  /** Makes the listing public. Only a verified agency may, and only a listing with duties, languages, hours and capacity. */
  @Step(':id/publication', write, AssistantDto, { idempotent: false })
  publish(@CurrentChange() change: Change): Promise<Answer<AssistantDto>> {
    return this.take(new MoveAssistant({ ...change, step: { type: 'publishAssistant' } }));
  }

  /** Takes the listing back; it can be published again. */
  @Step(':id/withdrawal', write, AssistantDto, { idempotent: false })
  withdraw(@CurrentChange() change: Change, @Body() { reason }: WithdrawAssistantDto): Promise<Answer<AssistantDto>> {
    return this.take(new MoveAssistant({ ...change, step: { type: 'withdrawAssistant', reason } }));
  }

  /** Hides the listing for a while, from shortlists and public search alike; what is booked stays. */
  @Step(':id/pause', write, AssistantDto, { idempotent: false })
  pause(@CurrentChange() change: Change): Promise<Answer<AssistantDto>> {
    return this.take(new MoveAssistant({ ...change, step: { type: 'pauseAssistant' } }));
  }

  /** Shows a paused listing again, under the conditions of a publication. */
  @Step(':id/resumption', write, AssistantDto, { idempotent: false })
  resume(@CurrentChange() change: Change): Promise<Answer<AssistantDto>> {
    return this.take(new MoveAssistant({ ...change, step: { type: 'resumeAssistant' } }));
  }

  private async take(step: Command<Versioned<Assistant>>): Promise<Answer<AssistantDto>> {
    return answer(await this.commands.execute(step));
  }
}

const answer = (assistant: Versioned<Assistant>): Answer<AssistantDto> =>
  versioned(assistantDto(assistant), assistant.version);

function assertOwnOrAll(actor: Actor, assistantId: string, allOf: readonly Role[]): void {
  if (!seesAllOrOwn(actor, assistantId, allOf)) throw new DomainError('assistant.not-found');
}
