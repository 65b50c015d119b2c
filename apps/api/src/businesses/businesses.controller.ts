import { Access, type AccessRule, type Actor, administrators, businessReaders, scopeOf } from '#access';
import { BusinessDto, BusinessPageDto, RecordVatCheckDto, RegisterBusinessDto, UpdateBusinessDto } from '#contracts';
import type { Business, BusinessId } from '#domain';
import type { Versioned } from '#platform/database';
import { Amendment, CurrentChange, Reading, Replacement } from '#platform/endpoints';
import { type Answer, CurrentActor, Now, PageQuery, type PageRequest, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import type { Change } from '../call.js';
import { type NewOwner, OwnerRegistration } from '../identity/owner-registration.js';
import { Registration } from '../identity/registration.js';
import { changedDetails, organisationDetailsOf } from '../organisation-details.js';
import { BusinessStore } from './business.store.js';
import { ChangeBusiness } from './change-business.js';
import { RecordVatCheck } from './record-vat-check.js';
import { actAsAdministrator, readAsAdministrator } from '../admin-rules.js';
import { RegisterBusiness } from './register-business.js';

const read: AccessRule = { roles: [...businessReaders, ...administrators], scope: 'businesses:read' };
const write: AccessRule = { roles: ['business.owner'], scope: 'businesses:write' };

@ApiTags('businesses')
@Controller('v1/businesses')
export class BusinessesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly owners: OwnerRegistration,
    private readonly businesses: BusinessStore,
  ) {}

  /** Registers a business and its owner's account. */
  @Registration(BusinessDto, (controller: BusinessesController, { owner }: RegisterBusinessDto) =>
    controller.owners.prepare(owner),
  )
  async register(@Body() body: RegisterBusinessDto, @Now() now: string, owner: NewOwner): Promise<Answer<BusinessDto>> {
    const { sector, timeZone } = body;
    const details = { ...organisationDetailsOf(body), sector, timeZone };
    const businessId = uuidv7() as BusinessId;
    const business = await this.commands.execute(new RegisterBusiness({ businessId, details, owner, now }));
    return versioned(businessDto(business), business.version, { location: `/v1/businesses/${businessId}` });
  }

  /** Every business, in the order in which they registered. */
  @Get()
  @Access(readAsAdministrator)
  list(@CurrentActor() actor: Actor, @PageQuery() page: PageRequest): Promise<BusinessPageDto> {
    return this.businesses.page(scopeOf(actor), {}, page, businessDto);
  }

  /** One business. */
  @Reading(':id', read, BusinessDto)
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<BusinessDto>> {
    return answer(await this.businesses.load(scopeOf(actor), id));
  }

  /** Changes some of what a business says of itself. */
  @Amendment(':id', write, BusinessDto)
  async change(@CurrentChange() change: Change, @Body() changes: UpdateBusinessDto): Promise<Answer<BusinessDto>> {
    return answer(await this.commands.execute(new ChangeBusiness({ ...change, changes: changedDetails(changes) })));
  }

  /** An administrator notes what a register said of the business's VAT id. */
  @Replacement(':id/vat-check', actAsAdministrator, BusinessDto)
  async recordVatCheck(@CurrentChange() change: Change, @Body() body: RecordVatCheckDto): Promise<Answer<BusinessDto>> {
    const { vatId, result, reference } = body;
    const noted = new RecordVatCheck({ ...change, vatId, result, reference: reference ?? null });
    return answer(await this.commands.execute(noted));
  }
}

const answer = (business: Versioned<Business>): Answer<BusinessDto> =>
  versioned(businessDto(business), business.version);

function businessDto({ state, version }: Versioned<Business>): BusinessDto {
  const { businessId, ...details } = state;
  return { id: businessId, ...details, version };
}
