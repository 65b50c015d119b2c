import { Access, type Actor, scopeOf } from '#access';
import { BusinessDto, RegisterBusinessDto, UpdateBusinessDto } from '#contracts';
import type { Business, BusinessId } from '#domain';
import type { Versioned } from '#platform/database';
import { type Answer, CurrentActor, Idempotent, IfMatch, Now, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import { type NewOwner, OwnerRegistration } from '../identity/owner-registration.js';
import { BusinessStore } from './business.store.js';
import { ChangeBusiness } from './change-business.js';
import { RegisterBusiness } from './register-business.js';

@ApiTags('businesses')
@Controller('v1/businesses')
export class BusinessesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly owners: OwnerRegistration,
    private readonly businesses: BusinessStore,
  ) {}

  /** Registers a business and its owner's account. */
  @Post()
  @Idempotent({
    before: (controller: BusinessesController, { owner }: RegisterBusinessDto, _now: string) =>
      controller.owners.prepare(owner),
  })
  @Access({ public: true })
  @ApiCreatedResponse({ type: BusinessDto })
  async register(
    @Body() body: RegisterBusinessDto,
    @Now() now: string,
    newOwner: NewOwner,
  ): Promise<Answer<BusinessDto>> {
    const { owner: _, vatId, ...details } = body;
    const command = new RegisterBusiness(uuidv7() as BusinessId, { ...details, vatId: vatId ?? null }, newOwner, now);
    const business = await this.commands.execute(command);
    return versioned(businessDto(business), business.version, {
      location: `/v1/businesses/${business.state.businessId}`,
    });
  }

  @Get(':id')
  @Access({
    roles: ['business.owner', 'business.colleague', 'business.accountant', 'marketplace.administrator'],
    scope: 'businesses:read',
  })
  @ApiOkResponse({ type: BusinessDto })
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<BusinessDto>> {
    const business = await this.businesses.load(scopeOf(actor), id);
    return versioned(businessDto(business), business.version);
  }

  @Patch(':id')
  @Access({ roles: ['business.owner'], scope: 'businesses:write' })
  @ApiOkResponse({ type: BusinessDto })
  async change(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @IfMatch() expectedVersion: number | null,
    @Body() body: UpdateBusinessDto,
    @Now() now: string,
  ): Promise<Answer<BusinessDto>> {
    const business = await this.commands.execute(new ChangeBusiness(actor, id, expectedVersion, body, now));
    return versioned(businessDto(business), business.version);
  }
}

function businessDto({ state, version }: Versioned<Business>): BusinessDto {
  const { businessId, ...details } = state;
  return { id: businessId, ...details, version };
}
