import { Access, type AccessRule, type Actor, administrators, agencyTeam, scopeOf } from '#access';
import {
  AgencyDto,
  AgencyPageDto,
  RegisterAgencyDto,
  StandingTermsDto,
  SuspendAgencyDto,
  UpdateAgencyDto,
  VerifyAgencyDto,
} from '#contracts';
import { type Agency, type AgencyId, keptDetails } from '#domain';
import type { Versioned } from '#platform/database';
import { Amendment, CurrentChange, Reading, Replacement } from '#platform/endpoints';
import { type Answer, CurrentActor, Now, PageQuery, type PageRequest, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import type { Change } from '../call.js';
import { type NewOwner, OwnerRegistration } from '../identity/owner-registration.js';
import { Registration } from '../identity/registration.js';
import { changedDetails, organisationDetailsOf } from '../organisation-details.js';
import { AgencyStore } from './agency.store.js';
import { ChangeAgency } from './change-agency.js';
import { MoveAgency } from './move-agency.js';
import { RegisterAgency } from './register-agency.js';
import { actAsAdministrator } from '../admin-rules.js';
import { SetStandingTerms } from './set-standing-terms.js';

const read: AccessRule = { roles: [...agencyTeam, ...administrators], scope: 'agencies:read' };
const write: AccessRule = { roles: ['agency.owner'], scope: 'agencies:write' };

@ApiTags('agencies')
@Controller('v1/agencies')
export class AgenciesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly owners: OwnerRegistration,
    private readonly agencies: AgencyStore,
  ) {}

  /** Registers an agency and its owner's account. An administrator verifies it before it can publish assistants. */
  @Registration(AgencyDto, (controller: AgenciesController, { owner }: RegisterAgencyDto) =>
    controller.owners.prepare(owner),
  )
  async register(@Body() body: RegisterAgencyDto, @Now() now: string, owner: NewOwner): Promise<Answer<AgencyDto>> {
    const details = organisationDetailsOf(body);
    const agency = await this.commands.execute(
      new RegisterAgency({ agencyId: uuidv7() as AgencyId, details, owner, now }),
    );
    return versioned(agencyDto(agency), agency.version, { location: `/v1/agencies/${agency.state.agencyId}` });
  }

  /** Administrators see every agency; an agency sees itself. */
  @Get()
  @Access({ roles: 'any', scope: 'agencies:read' })
  list(@CurrentActor() actor: Actor, @PageQuery() page: PageRequest): Promise<AgencyPageDto> {
    return this.agencies.page(scopeOf(actor), {}, page, agencyDto);
  }

  /** One agency. */
  @Reading(':id', read, AgencyDto)
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<AgencyDto>> {
    return answer(await this.agencies.load(scopeOf(actor), id));
  }

  /** Changes some of what an agency says of itself. */
  @Amendment(':id', write, AgencyDto)
  change(@CurrentChange() change: Change, @Body() changes: UpdateAgencyDto): Promise<Answer<AgencyDto>> {
    return this.take(new ChangeAgency({ ...change, changes: changedDetails(changes) }));
  }

  /** What the agency is bound to by instant bookings from now on; agreements that there are keep what they say. */
  @Replacement(':id/standing-terms', write, AgencyDto)
  setStandingTerms(@CurrentChange() change: Change, @Body() terms: StandingTermsDto): Promise<Answer<AgencyDto>> {
    return this.take(new SetStandingTerms({ ...change, terms }));
  }

  /** An administrator verifies the agency, or lets a suspended one work again. */
  @Replacement(':id/verification', actAsAdministrator, AgencyDto)
  verify(@CurrentChange() change: Change, @Body() { note }: VerifyAgencyDto): Promise<Answer<AgencyDto>> {
    return this.take(new MoveAgency({ ...change, step: { verify: { note } } }));
  }

  /** An administrator takes the agency out of the marketplace. */
  @Replacement(':id/suspension', actAsAdministrator, AgencyDto)
  suspend(
    @CurrentChange() change: Change,
    @Body() { code = 'other', reason }: SuspendAgencyDto,
  ): Promise<Answer<AgencyDto>> {
    return this.take(new MoveAgency({ ...change, step: { suspend: { code, reason } } }));
  }

  private async take(step: Command<Versioned<Agency>>): Promise<Answer<AgencyDto>> {
    return answer(await this.commands.execute(step));
  }
}

const answer = (agency: Versioned<Agency>): Answer<AgencyDto> => versioned(agencyDto(agency), agency.version);

function agencyDto({ state, version }: Versioned<Agency>): AgencyDto {
  const { agencyId, standingTerms, status, registeredAt } = state;
  const said = { ...keptDetails(state), standingTerms: { ...standingTerms } };
  return { id: agencyId, ...said, status, registeredAt, version };
}
