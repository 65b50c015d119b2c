import { Access, type AccessRule, type Actor, bothTeams, businessTeam } from '#access';
import { AccessGrantDto, AccessGrantPageDto, AccessGrantQueryDto, CloseAccessDto, GiveAccessDto } from '#contracts';
import type { AccessGrant, AccessGrantId } from '#domain';
import type { Versioned } from '#platform/database';
import { Creation, CurrentCall, CurrentChange, Reading, Step } from '#platform/endpoints';
import { type Answer, CurrentActor, PageQuery, type PageRequest, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import type { Call, Change } from '../call.js';
import { readWork } from '../work-records/work-rules.js';
import { accessGrantDto } from './access-grant.dto-mapping.js';
import { AccessGrantStore } from './access-grant.store.js';
import { ChangeAccess } from './change-access.js';
import { GiveAccess } from './give-access.js';

const scope = 'engagements:write';
const give: AccessRule = { roles: businessTeam, scope };
const close: AccessRule = { roles: [...bothTeams, 'agency.assistant'], scope };

@ApiTags('access-grants')
@Controller('v1/access-grants')
export class AccessGrantsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly grants: AccessGrantStore,
  ) {}

  /**
   * Writes down what the assistant of an engagement is let into, for what and how. It is delegated where it is; a text that looks
   * like a password or a key is refused.
   */
  @Creation(give, AccessGrantDto)
  async create(@CurrentCall() call: Call, @Body() body: GiveAccessDto): Promise<Answer<AccessGrantDto>> {
    const { engagementId, ...given } = body;
    const accessGrantId = uuidv7() as AccessGrantId;
    const grant = await this.commands.execute(new GiveAccess({ ...call, accessGrantId, engagementId, given }));
    return this.answer(grant, { location: `/v1/access-grants/${accessGrantId}` });
  }

  /** Both sides see theirs; an assistant sees what she was given. */
  @Get()
  @Access(readWork)
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: AccessGrantQueryDto,
    @PageQuery() page: PageRequest,
  ): Promise<AccessGrantPageDto> {
    const { items, ...counted } = await this.grants.list(actor, query, page);
    const givers = await this.grants.giversOf(items);
    return { ...counted, items: items.map((grant) => accessGrantDto(grant, givers)) };
  }

  /** What was given, and what became of it. */
  @Reading(':id', readWork, AccessGrantDto)
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<AccessGrantDto>> {
    return this.answer(await this.grants.loadOf(actor, id));
  }

  /** It is still needed: the next review is a quarter away. */
  @Step(':id/review', give, AccessGrantDto)
  review(@CurrentChange() change: Change): Promise<Answer<AccessGrantDto>> {
    return this.take(new ChangeAccess({ ...change, what: { type: 'reviewAccess' } }));
  }

  /** It isn't needed any more: somebody takes it back, and shows it. */
  @Step(':id/closing', close, AccessGrantDto)
  askToClose(@CurrentChange() change: Change): Promise<Answer<AccessGrantDto>> {
    return this.take(new ChangeAccess({ ...change, what: { type: 'askToCloseAccess', reason: 'asked' } }));
  }

  /** It is closed, and this shows it. */
  @Step(':id/closure', close, AccessGrantDto)
  close(@CurrentChange() change: Change, @Body() { proof }: CloseAccessDto): Promise<Answer<AccessGrantDto>> {
    return this.take(new ChangeAccess({ ...change, what: { type: 'closeAccess', proof } }));
  }

  private async take(step: ChangeAccess): Promise<Answer<AccessGrantDto>> {
    return this.answer(await this.commands.execute(step));
  }

  private async answer(
    grant: Versioned<AccessGrant>,
    options: { location?: string } = {},
  ): Promise<Answer<AccessGrantDto>> {
    return versioned(accessGrantDto(grant, await this.grants.giversOf([grant])), grant.version, options);
  }
}
