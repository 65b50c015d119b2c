import { Access, type Actor, scopeOf } from '#access';
import {
  CloseNeedDto,
  DraftNeedDto,
  InviteAgenciesDto,
  NeedDto,
  NeedForAgencyDto,
  NeedForAgencyPageDto,
  NeedPageDto,
  UpdateNeedDto,
} from '#contracts';
import type { AgencyId, NeedId } from '#domain';
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
import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiExtraModels, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import { DutyCatalogue } from '../catalogue/duty-catalogue.js';
import { CloseNeed } from './close-need.js';
import { DraftNeed } from './draft-need.js';
import { EditNeed } from './edit-need.js';
import { InviteAgencies } from './invite-agencies.js';
import { needDetails, needDto } from './need.dto-mapping.js';
import { NeedStore } from './need.store.js';
import { NeedsForAgency } from './needs-for-agency.js';
import { NeedsOfBusiness } from './needs-of-business.js';
import { PostNeed } from './post-need.js';

const owners = ['business.owner', 'business.colleague'] as const;
const readers = [...owners, 'agency.owner', 'agency.coordinator', 'marketplace.administrator'] as const;

@ApiTags('needs')
@ApiExtraModels(NeedDto, NeedForAgencyDto, NeedPageDto, NeedForAgencyPageDto)
@Controller('v1/needs')
export class NeedsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly needs: NeedStore,
    private readonly ofBusiness: NeedsOfBusiness,
    private readonly forAgency: NeedsForAgency,
    private readonly catalogue: DutyCatalogue,
  ) {}

  /** Drafts a need from plain words, from duty lines, or from both. */
  @Post()
  @Idempotent()
  @Access({ roles: owners, scope: 'needs:write' })
  @ApiCreatedResponse({ type: NeedDto })
  async draft(@CurrentActor() actor: Actor, @Body() body: DraftNeedDto, @Now() now: string): Promise<Answer<NeedDto>> {
    const need = await this.commands.execute(
      new DraftNeed(actor, uuidv7() as NeedId, needDetails(body, this.catalogue), now),
    );
    return versioned(needDto(need), need.version, { location: `/v1/needs/${need.state.needId}` });
  }

  /** A business sees its own needs; an agency those that are posted and open to it. */
  @Get()
  @Access({ roles: readers, scope: 'needs:read' })
  @ApiOkResponse({
    schema: { oneOf: [NeedPageDto, NeedForAgencyPageDto].map((dto) => ({ $ref: getSchemaPath(dto) })) },
  })
  list(@CurrentActor() actor: Actor, @PageQuery() page: PageRequest): Promise<NeedPageDto | NeedForAgencyPageDto> {
    return actor.organisationKind === 'agency'
      ? this.forAgency.page(actor.organisationId, page)
      : this.ofBusiness.page(scopeOf(actor), page);
  }

  @Get(':id')
  @Access({ roles: readers, scope: 'needs:read' })
  @ApiOkResponse({ schema: { oneOf: [NeedDto, NeedForAgencyDto].map((dto) => ({ $ref: getSchemaPath(dto) })) } })
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<NeedDto | NeedForAgencyDto>> {
    if (actor.organisationKind === 'agency') {
      const need = await this.forAgency.one(actor.organisationId, id);
      return versioned(need, need.version);
    }
    const need = await this.needs.load(scopeOf(actor), id);
    return versioned(needDto(need), need.version);
  }

  /** Null takes back what was said before. A posted need has to stay complete, and is matched anew. */
  @Patch(':id')
  @Access({ roles: owners, scope: 'needs:write' })
  @ApiOkResponse({ type: NeedDto })
  async edit(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @IfMatch() expectedVersion: number | null,
    @Body() body: UpdateNeedDto,
    @Now() now: string,
  ): Promise<Answer<NeedDto>> {
    const need = await this.commands.execute(new EditNeed(actor, id, expectedVersion, body, now));
    return versioned(needDto(need), need.version);
  }

  /** Shows the need to agencies and has its shortlist prepared; now it has to be complete. */
  @Post(':id/posting')
  @HttpCode(200)
  @Idempotent()
  @Access({ roles: owners, scope: 'needs:write' })
  @ApiOkResponse({ type: NeedDto })
  async post(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @IfMatch({ required: false }) expectedVersion: number | null,
    @Now() now: string,
  ): Promise<Answer<NeedDto>> {
    const need = await this.commands.execute(new PostNeed(actor, id, expectedVersion, now));
    return versioned(needDto(need), need.version);
  }

  /** Invites agencies to propose, whether or not the need is open to all. */
  @Post(':id/invitations')
  @HttpCode(200)
  @Idempotent()
  @Access({ roles: owners, scope: 'needs:write' })
  @ApiOkResponse({ type: NeedDto })
  async invite(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @IfMatch({ required: false }) expectedVersion: number | null,
    @Body() { agencyIds }: InviteAgenciesDto,
    @Now() now: string,
  ): Promise<Answer<NeedDto>> {
    const need = await this.commands.execute(
      new InviteAgencies(actor, id, expectedVersion, agencyIds as AgencyId[], now),
    );
    return versioned(needDto(need), need.version);
  }

  @Post(':id/closing')
  @HttpCode(200)
  @Idempotent()
  @Access({ roles: owners, scope: 'needs:write' })
  @ApiOkResponse({ type: NeedDto })
  async close(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @IfMatch({ required: false }) expectedVersion: number | null,
    @Body() { reason }: CloseNeedDto,
    @Now() now: string,
  ): Promise<Answer<NeedDto>> {
    const need = await this.commands.execute(new CloseNeed(actor, id, expectedVersion, reason, now));
    return versioned(needDto(need), need.version);
  }
}
