import { Access, type Actor, scopeOf } from '#access';
import {
  AgencyDto,
  AgencyPageDto,
  RegisterAgencyDto,
  SuspendAgencyDto,
  UpdateAgencyDto,
  VerifyAgencyDto,
} from '#contracts';
import type { Agency, AgencyId } from '#domain';
import type { Versioned } from '#platform/database';
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
import { Body, Controller, Get, Patch, Post, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import { type NewOwner, OwnerRegistration } from '../identity/owner-registration.js';
import { AgencyStore } from './agency.store.js';
import { ChangeAgency } from './change-agency.js';
import { ListAgencies } from './list-agencies.js';
import { RegisterAgency } from './register-agency.js';
import { SuspendAgency } from './suspend-agency.js';
import { VerifyAgency } from './verify-agency.js';

@ApiTags('agencies')
@Controller('v1/agencies')
export class AgenciesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly owners: OwnerRegistration,
    private readonly agencies: AgencyStore,
    private readonly listing: ListAgencies,
  ) {}

  /** Registers an agency and its owner's account. An administrator verifies it before it can publish assistants. */
  @Post()
  @Idempotent({
    before: (controller: AgenciesController, { owner }: RegisterAgencyDto, _now: string) =>
      controller.owners.prepare(owner),
  })
  @Access({ public: true })
  @ApiCreatedResponse({ type: AgencyDto })
  async register(@Body() body: RegisterAgencyDto, @Now() now: string, newOwner: NewOwner): Promise<Answer<AgencyDto>> {
    const { owner: _, vatId, ...details } = body;
    const command = new RegisterAgency(uuidv7() as AgencyId, { ...details, vatId: vatId ?? null }, newOwner, now);
    const agency = await this.commands.execute(command);
    return versioned(agencyDto(agency), agency.version, { location: `/v1/agencies/${agency.state.agencyId}` });
  }

  /** Administrators see every agency; an agency sees itself. */
  @Get()
  @Access({ roles: 'any', scope: 'agencies:read' })
  list(@CurrentActor() actor: Actor, @PageQuery() page: PageRequest): Promise<AgencyPageDto> {
    return this.listing.page(scopeOf(actor), page);
  }

  @Get(':id')
  @Access({ roles: ['agency.owner', 'agency.coordinator', 'marketplace.administrator'], scope: 'agencies:read' })
  @ApiOkResponse({ type: AgencyDto })
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<AgencyDto>> {
    const agency = await this.agencies.load(scopeOf(actor), id);
    return versioned(agencyDto(agency), agency.version);
  }

  @Patch(':id')
  @Access({ roles: ['agency.owner'], scope: 'agencies:write' })
  @ApiOkResponse({ type: AgencyDto })
  async change(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @IfMatch() expectedVersion: number | null,
    @Body() body: UpdateAgencyDto,
    @Now() now: string,
  ): Promise<Answer<AgencyDto>> {
    const agency = await this.commands.execute(new ChangeAgency(actor, id, expectedVersion, body, now));
    return versioned(agencyDto(agency), agency.version);
  }

  /** An administrator verifies the agency, or lets a suspended one work again. */
  @Put(':id/verification')
  @Access({ roles: ['marketplace.administrator'], scope: 'admin:write' })
  @ApiOkResponse({ type: AgencyDto })
  async verify(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @IfMatch() expectedVersion: number | null,
    @Body() body: VerifyAgencyDto,
    @Now() now: string,
  ): Promise<Answer<AgencyDto>> {
    const agency = await this.commands.execute(new VerifyAgency(actor, id, expectedVersion, body.note, now));
    return versioned(agencyDto(agency), agency.version);
  }

  /** An administrator takes the agency out of the marketplace. */
  @Put(':id/suspension')
  @Access({ roles: ['marketplace.administrator'], scope: 'admin:write' })
  @ApiOkResponse({ type: AgencyDto })
  async suspend(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @IfMatch() expectedVersion: number | null,
    @Body() body: SuspendAgencyDto,
    @Now() now: string,
  ): Promise<Answer<AgencyDto>> {
    const agency = await this.commands.execute(new SuspendAgency(actor, id, expectedVersion, body.reason, now));
    return versioned(agencyDto(agency), agency.version);
  }
}

function agencyDto({ state, version }: Versioned<Agency>): AgencyDto {
  const { agencyId, name, countryCode, vatId, contactEmail, status, registeredAt } = state;
  return { id: agencyId, name, countryCode, vatId, contactEmail, status, registeredAt, version };
}
