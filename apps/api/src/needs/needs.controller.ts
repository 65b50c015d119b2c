import { Access, type AccessRule, type Actor, administrators, bothTeams, businessSignatories, scopeOf } from '#access';
import {
  CloseNeedDto,
  DraftNeedDto,
  InviteAgenciesDto,
  NeedDto,
  NeedForAgencyDto,
  NeedForAgencyPageDto,
  NeedPageDto,
  NeedQueryDto,
  UpdateNeedDto,
} from '#contracts';
import type { AgencyId, Need, NeedId } from '#domain';
import type { Versioned } from '#platform/database';
import { Amendment, Creation, CurrentCall, CurrentChange, Step } from '#platform/endpoints';
import { type Answer, CurrentActor, PageQuery, type PageRequest, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get, Query } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { ApiExtraModels, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import { type Call, type Change, once } from '../call.js';
import { DutyCatalogue } from '../catalogue/duty-catalogue.js';
import { CloseNeed } from './close-need.js';
import { DraftNeed } from './draft-need.js';
import { EditNeed } from './edit-need.js';
import { InviteAgencies } from './invite-agencies.js';
import { changeNeeds, draftNeeds } from './need-rules.js';
import { needDetails, needDto } from './need.dto-mapping.js';
import { NeedStore } from './need.store.js';
import { NeedsForAgency } from './needs-for-agency.js';
import { PostNeed } from './post-need.js';

/** Who may accept a proposal reads what it answers. */
const read: AccessRule = { roles: [...bothTeams, ...businessSignatories, ...administrators], scope: 'needs:read' };

@ApiTags('needs')
@ApiExtraModels(NeedDto, NeedForAgencyDto, NeedPageDto, NeedForAgencyPageDto)
@Controller('v1/needs')
export class NeedsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly needs: NeedStore,
    private readonly forAgency: NeedsForAgency,
    private readonly catalogue: DutyCatalogue,
  ) {}

  /** Drafts a need from plain words, from duty lines, or from both. */
  @Creation(draftNeeds, NeedDto, { bodyKiB: 256 })
  async draft(@CurrentCall() call: Call, @Body() body: DraftNeedDto): Promise<Answer<NeedDto>> {
    const drafted = { ...call, needId: uuidv7() as NeedId, details: needDetails(body, this.catalogue) };
    const need = await this.commands.execute(new DraftNeed(drafted));
    return versioned(needDto(need), need.version, { location: `/v1/needs/${need.state.needId}` });
  }

  /** A business sees its own needs; an agency those that are posted and open to it. */
  @Get()
  @Access(read)
  @ApiOkResponse({
    schema: { anyOf: [NeedPageDto, NeedForAgencyPageDto].map((dto) => ({ $ref: getSchemaPath(dto) })) },
  })
  list(
    @CurrentActor() actor: Actor,
    @PageQuery() page: PageRequest,
    @Query() query: NeedQueryDto,
  ): Promise<NeedPageDto | NeedForAgencyPageDto> {
    return actor.organisationKind === 'agency'
      ? this.forAgency.page(actor.organisationId, query, page)
      : this.needs.list(scopeOf(actor), query, page, needDto);
  }

  /** One need. An agency reads it after it was closed, if it was invited or has made a proposal. */
  @Get(':id')
  @Access(read)
  @ApiOkResponse({ schema: { anyOf: [NeedDto, NeedForAgencyDto].map((dto) => ({ $ref: getSchemaPath(dto) })) } })
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<NeedDto | NeedForAgencyDto>> {
    if (actor.organisationKind !== 'agency') return answer(await this.needs.load(scopeOf(actor), id));
    const need = await this.forAgency.one(actor.organisationId, id);
    return versioned(need, need.version);
  }

  /** Null takes back what was said before. A posted need has to stay complete, and is matched anew. */
  @Amendment(':id', changeNeeds, NeedDto, { bodyKiB: 256 })
  edit(@CurrentChange() change: Change, @Body() changes: UpdateNeedDto): Promise<Answer<NeedDto>> {
    return this.take(new EditNeed({ ...change, changes }));
  }

  /** Shows the need to agencies and has its shortlist prepared; now it has to be complete. */
  @Step(':id/posting', changeNeeds, NeedDto)
  post(@CurrentChange(once) change: Change): Promise<Answer<NeedDto>> {
    return this.take(new PostNeed(change));
  }

  /** Invites agencies to propose, whether or not the need is open to all. */
  @Step(':id/invitations', changeNeeds, NeedDto)
  invite(@CurrentChange(once) change: Change, @Body() body: InviteAgenciesDto): Promise<Answer<NeedDto>> {
    return this.take(new InviteAgencies({ ...change, agencyIds: body.agencyIds as AgencyId[] }));
  }

  /** Closes a need, and says why. */
  @Step(':id/closing', changeNeeds, NeedDto)
  close(@CurrentChange(once) change: Change, @Body() { reason }: CloseNeedDto): Promise<Answer<NeedDto>> {
    return this.take(new CloseNeed({ ...change, reason }));
  }

  private async take(step: Command<Versioned<Need>>): Promise<Answer<NeedDto>> {
    return answer(await this.commands.execute(step));
  }
}

const answer = (need: Versioned<Need>): Answer<NeedDto> => versioned(needDto(need), need.version);
