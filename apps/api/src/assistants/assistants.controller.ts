import { Access, type Actor, type Role, scopeOf } from '#access';
import {
  AssistantDto,
  AssistantPageDto,
  AvailabilityDto,
  ListAssistantDto,
  UpdateAssistantDto,
  WithdrawAssistantDto,
} from '#contracts';
import { type AssistantId, DomainError } from '#domain';
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
import { assistantDto, availabilityOfDto, listingOfDto } from './assistant.dto-mapping.js';
import { AssistantStore } from './assistant.store.js';
import { DraftAssistant } from './draft-assistant.js';
import { EditAssistant } from './edit-assistant.js';
import { PublishAssistant } from './publish-assistant.js';
import { WithdrawAssistant } from './withdraw-assistant.js';

const writers: Role[] = ['agency.owner', 'agency.coordinator'];
const readersOfAll: Role[] = [...writers, 'agency.assessor', 'marketplace.administrator'];

@ApiTags('assistants')
@Controller('v1/assistants')
export class AssistantsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly assistants: AssistantStore,
  ) {}

  /** Takes an assistant into the agency's books as a draft; publication makes the listing public. */
  @Post()
  @Idempotent()
  @Access({ roles: writers, scope: 'assistants:write' })
  @ApiCreatedResponse({ type: AssistantDto })
  async draft(
    @CurrentActor() actor: Actor,
    @Body() body: ListAssistantDto,
    @Now() now: string,
  ): Promise<Answer<AssistantDto>> {
    const { listing, daysOff } = listingOfDto(body);
    const command = new DraftAssistant(actor, uuidv7() as AssistantId, listing, daysOff, now);
    const assistant = await this.commands.execute(command);
    const location = `/v1/assistants/${assistant.state.assistantId}`;
    return versioned(assistantDto(assistant), assistant.version, { location });
  }

  /** The agency's own assistants, whatever their state; an administrator sees those of all agencies. */
  @Get()
  @Access({ roles: readersOfAll, scope: 'assistants:read' })
  async list(@CurrentActor() actor: Actor, @PageQuery() page: PageRequest): Promise<AssistantPageDto> {
    const after = page.after === null ? null : decodeCursor<{ id: string }>(page.after, { id: 'uuid' }).id;
    const agencyId = actor.organisationKind === 'agency' ? actor.organisationId : null;
    const found = await this.assistants.list(scopeOf(actor), agencyId, page.limit + 1, after);
    return pageOf(
      found,
      page.limit,
      ({ assistant }) => assistantDto(assistant),
      ({ id }) => encodeCursor({ id }),
    );
  }

  @Get(':id')
  @Access({ roles: [...readersOfAll, 'agency.assistant'], scope: 'assistants:read' })
  @ApiOkResponse({ type: AssistantDto })
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<AssistantDto>> {
    assertOwnOrAll(actor, id, readersOfAll);
    const assistant = await this.assistants.load(scopeOf(actor), id);
    return versioned(assistantDto(assistant), assistant.version);
  }

  /** Replaces the listing as a whole. */
  @Put(':id')
  @Access({ roles: writers, scope: 'assistants:write' })
  @ApiOkResponse({ type: AssistantDto })
  async edit(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @IfMatch() expectedVersion: number | null,
    @Body() body: UpdateAssistantDto,
    @Now() now: string,
  ): Promise<Answer<AssistantDto>> {
    const assistant = await this.commands.execute(
      new EditAssistant(actor, id, expectedVersion, listingOfDto(body), now),
    );
    return versioned(assistantDto(assistant), assistant.version);
  }

  /** Replaces when the assistant works; assistants may do so for themselves. */
  @Put(':id/availability')
  @Access({ roles: [...writers, 'agency.assistant'], scope: 'assistants:write' })
  @ApiOkResponse({ type: AssistantDto })
  async setAvailability(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @IfMatch() expectedVersion: number | null,
    @Body() body: AvailabilityDto,
    @Now() now: string,
  ): Promise<Answer<AssistantDto>> {
    assertOwnOrAll(actor, id, writers);
    const command = new EditAssistant(actor, id, expectedVersion, availabilityOfDto(body), now);
    const assistant = await this.commands.execute(command);
    return versioned(assistantDto(assistant), assistant.version);
  }

  /** Makes the listing public. Only a verified agency may, and only a listing with duties, languages, hours and capacity. */
  @Post(':id/publication')
  @HttpCode(200)
  @Access({ roles: writers, scope: 'assistants:write' })
  @ApiOkResponse({ type: AssistantDto })
  async publish(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @IfMatch() expectedVersion: number | null,
    @Now() now: string,
  ): Promise<Answer<AssistantDto>> {
    const assistant = await this.commands.execute(new PublishAssistant(actor, id, expectedVersion, now));
    return versioned(assistantDto(assistant), assistant.version);
  }

  /** Takes the listing back; it can be published again. */
  @Post(':id/withdrawal')
  @HttpCode(200)
  @Access({ roles: writers, scope: 'assistants:write' })
  @ApiOkResponse({ type: AssistantDto })
  async withdraw(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @IfMatch() expectedVersion: number | null,
    @Body() body: WithdrawAssistantDto,
    @Now() now: string,
  ): Promise<Answer<AssistantDto>> {
    const assistant = await this.commands.execute(new WithdrawAssistant(actor, id, expectedVersion, body.reason, now));
    return versioned(assistantDto(assistant), assistant.version);
  }
}

/** A member who is an assistant, and nothing more in the agency, has to do with nobody's listing but their own. */
function assertOwnOrAll(actor: Actor, assistantId: string, allOf: readonly Role[]): void {
  const maySeeAll = actor.roles.some((role) => allOf.includes(role));
  if (!maySeeAll && actor.assistantId !== assistantId) throw new DomainError('assistant.not-found');
}
