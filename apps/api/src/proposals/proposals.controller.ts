import { Access, type Actor, scopeOf } from '#access';
import {
  AcceptProposalDto,
  AdoptSuggestionsDto,
  DeclineProposalDto,
  MakeProposalDto,
  ProposalDto,
  ProposalPageDto,
  ProposalQueryDto,
} from '#contracts';
import { type Proposal, termsChoice } from '#domain';
import type { Versioned } from '#platform/database';
import { Creation, CurrentCall, CurrentChange, Reading, Replacement, Step } from '#platform/endpoints';
import { type Answer, CurrentActor, PageQuery, type PageRequest, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get, Query } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AgreementStore } from '../agreements/agreement.store.js';
import { chosenTerms } from '../agreements/agreements.dto-mapping.js';
import { type Call, type Change, once } from '../call.js';
import { AcceptProposal } from './accept-proposal.js';
import { AdoptSuggestions } from './adopt-suggestions.js';
import { DeclineProposal } from './decline-proposal.js';
import { MakeProposal } from './make-proposal.js';
import { acceptProposals, judgeProposals, makeProposals, readProposals } from './proposal-rules.js';
import { ProposalStore } from './proposal.store.js';
import { proposalDraft, proposalDto } from './proposals.dto-mapping.js';
import { WithdrawProposal } from './withdraw-proposal.js';

@ApiTags('proposals')
@Controller('v1/proposals')
export class ProposalsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly proposals: ProposalStore,
    private readonly agreements: AgreementStore,
  ) {}

  /** A verified agency answers a posted need that is open to proposals, or to which it was invited. */
  @Creation(makeProposals, ProposalDto, { bodyKiB: 256 })
  async make(@CurrentCall() call: Call, @Body() body: MakeProposalDto): Promise<Answer<ProposalDto>> {
    const proposal = await this.commands.execute(new MakeProposal({ ...call, draft: proposalDraft(body) }));
    const location = `/v1/proposals/${proposal.state.proposalId}`;
    return versioned(proposalDto(proposal, null), proposal.version, { location });
  }

  /** An agency sees those that it made, a business those that it was made. */
  @Get()
  @Access(readProposals)
  async list(
    @CurrentActor() actor: Actor,
    @PageQuery() page: PageRequest,
    @Query() { needId, status }: ProposalQueryDto,
  ): Promise<ProposalPageDto> {
    const scope = scopeOf(actor);
    const found = await this.proposals.page(scope, { needId, status }, page, (proposal) => proposal);
    const ids = found.items.map(({ state }) => state.proposalId);
    const agreementIds = await this.agreements.idsByProposal(scope, ids);
    const items = found.items.map((item) => proposalDto(item, agreementIds.get(item.state.proposalId) ?? null));
    return { items, next: found.next };
  }

  /** One proposal. */
  @Reading(':id', readProposals, ProposalDto)
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<ProposalDto>> {
    const scope = scopeOf(actor);
    const proposal = await this.proposals.load(scope, id);
    const agreementIds = await this.agreements.idsByProposal(scope, [id]);
    return versioned(proposalDto(proposal, agreementIds.get(id) ?? null), proposal.version);
  }

  /** Takes up suggestions; what was adopted before stays adopted. */
  @Replacement(':id/adopted-suggestions', judgeProposals, ProposalDto)
  adopt(@CurrentChange() change: Change, @Body() body: AdoptSuggestionsDto): Promise<Answer<ProposalDto>> {
    return this.take(new AdoptSuggestions({ ...change, suggestionIds: body.suggestionIds }));
  }

  /** Takes the proposal and drafts the agreement, whose id is answered; both sides have yet to accept its terms. */
  @Step(':id/acceptance', acceptProposals, ProposalDto, { status: 201, bodyKiB: 64 })
  async accept(@CurrentChange(once) change: Change, @Body() body: AcceptProposalDto): Promise<Answer<ProposalDto>> {
    const accepting = new AcceptProposal({ ...change, choice: termsChoice(chosenTerms(body)) });
    const { proposal, agreementId } = await this.commands.execute(accepting);
    const location = `/v1/agreements/${agreementId}`;
    return versioned(proposalDto(proposal, agreementId), proposal.version, { location });
  }

  /** Declines a proposal. */
  @Step(':id/declination', judgeProposals, ProposalDto)
  decline(@CurrentChange(once) change: Change, @Body() body: DeclineProposalDto): Promise<Answer<ProposalDto>> {
    return this.take(new DeclineProposal({ ...change, reason: body.reason ?? null }));
  }

  /** The agency takes its proposal back. */
  @Step(':id/withdrawal', makeProposals, ProposalDto)
  withdraw(@CurrentChange(once) change: Change): Promise<Answer<ProposalDto>> {
    return this.take(new WithdrawProposal(change));
  }

  private async take(step: Command<Versioned<Proposal>>): Promise<Answer<ProposalDto>> {
    const proposal = await this.commands.execute(step);
    return versioned(proposalDto(proposal, null), proposal.version);
  }
}
