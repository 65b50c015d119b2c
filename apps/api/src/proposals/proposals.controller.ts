import { Access, type Actor, type Role, scopeOf } from '#access';
import {
  AcceptProposalDto,
  AdoptSuggestionsDto,
  DeclineProposalDto,
  MakeProposalDto,
  ProposalDto,
  ProposalPageDto,
  ProposalQueryDto,
} from '#contracts';
import { termsChoice } from '#domain';
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
import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AgreementStore } from '../agreements/agreement.store.js';
import { AcceptProposal } from './accept-proposal.js';
import { AdoptSuggestions } from './adopt-suggestions.js';
import { DeclineProposal } from './decline-proposal.js';
import { MakeProposal } from './make-proposal.js';
import { ProposalStore } from './proposal.store.js';
import { proposalDraft, proposalDto } from './proposals.dto-mapping.js';
import { WithdrawProposal } from './withdraw-proposal.js';

const agency: readonly Role[] = ['agency.owner', 'agency.coordinator'];
const business: readonly Role[] = ['business.owner', 'business.colleague'];
const readers: readonly Role[] = [...agency, ...business, 'business.accountant', 'marketplace.administrator'];

@ApiTags('proposals')
@Controller('v1/proposals')
export class ProposalsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly proposals: ProposalStore,
    private readonly agreements: AgreementStore,
  ) {}

  /** A verified agency answers a posted need that is open to proposals, or to which it was invited. */
  @Post()
  @Idempotent()
  @Access({ roles: agency, scope: 'proposals:write' })
  @ApiCreatedResponse({ type: ProposalDto })
  async make(
    @CurrentActor() actor: Actor,
    @Body() body: MakeProposalDto,
    @Now() now: string,
  ): Promise<Answer<ProposalDto>> {
    const proposal = await this.commands.execute(new MakeProposal(actor, proposalDraft(body), now));
    return versioned(proposalDto(proposal, null), proposal.version, {
      location: `/v1/proposals/${proposal.state.proposalId}`,
    });
  }

  /** An agency sees those that it made, a business those that it was made. */
  @Get()
  @Access({ roles: readers, scope: 'proposals:read' })
  async list(
    @CurrentActor() actor: Actor,
    @PageQuery() page: PageRequest,
    @Query() { needId, status }: ProposalQueryDto,
  ): Promise<ProposalPageDto> {
    const scope = scopeOf(actor);
    const found = await this.proposals.page(scope, { needId, status }, page);
    const ids = found.items.map(({ state }) => state.proposalId);
    const agreementIds = await this.agreements.idsByProposal(scope, ids);
    const items = found.items.map((item) => proposalDto(item, agreementIds.get(item.state.proposalId) ?? null));
    return { items, next: found.next };
  }

  @Get(':id')
  @Access({ roles: readers, scope: 'proposals:read' })
  @ApiOkResponse({ type: ProposalDto })
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<ProposalDto>> {
    const scope = scopeOf(actor);
    const proposal = await this.proposals.load(scope, id);
    const agreementIds = await this.agreements.idsByProposal(scope, [id]);
    return versioned(proposalDto(proposal, agreementIds.get(id) ?? null), proposal.version);
  }

  /** Takes up suggestions; what was adopted before stays adopted. */
  @Put(':id/adopted-suggestions')
  @Access({ roles: business, scope: 'proposals:write' })
  @ApiOkResponse({ type: ProposalDto })
  async adopt(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @IfMatch() expectedVersion: number | null,
    @Body() body: AdoptSuggestionsDto,
    @Now() now: string,
  ): Promise<Answer<ProposalDto>> {
    const command = new AdoptSuggestions(actor, id, expectedVersion, body.suggestionIds, now);
    const proposal = await this.commands.execute(command);
    return versioned(proposalDto(proposal, null), proposal.version);
  }

  /** Takes the proposal and drafts the agreement, whose id is answered; both sides have yet to accept its terms. */
  @Post(':id/acceptance')
  @Idempotent()
  @Access({ roles: business, scope: 'proposals:write' })
  @ApiCreatedResponse({ type: ProposalDto })
  async accept(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @IfMatch({ required: false }) expectedVersion: number | null,
    @Body() body: AcceptProposalDto,
    @Now() now: string,
  ): Promise<Answer<ProposalDto>> {
    const { proposal, agreementId } = await this.commands.execute(
      new AcceptProposal(actor, id, expectedVersion, termsChoice(body), now),
    );
    return versioned(proposalDto(proposal, agreementId), proposal.version, {
      location: `/v1/agreements/${agreementId}`,
    });
  }

  @Post(':id/declination')
  @HttpCode(200)
  @Idempotent()
  @Access({ roles: business, scope: 'proposals:write' })
  @ApiOkResponse({ type: ProposalDto })
  async decline(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @IfMatch({ required: false }) expectedVersion: number | null,
    @Body() body: DeclineProposalDto,
    @Now() now: string,
  ): Promise<Answer<ProposalDto>> {
    const proposal = await this.commands.execute(
      new DeclineProposal(actor, id, expectedVersion, body.reason ?? null, now),
    );
    return versioned(proposalDto(proposal, null), proposal.version);
  }

  /** The agency takes its proposal back. */
  @Post(':id/withdrawal')
  @HttpCode(200)
  @Idempotent()
  @Access({ roles: agency, scope: 'proposals:write' })
  @ApiOkResponse({ type: ProposalDto })
  async withdraw(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @IfMatch({ required: false }) expectedVersion: number | null,
    @Now() now: string,
  ): Promise<Answer<ProposalDto>> {
    const proposal = await this.commands.execute(new WithdrawProposal(actor, id, expectedVersion, now));
    return versioned(proposalDto(proposal, null), proposal.version);
  }
}
