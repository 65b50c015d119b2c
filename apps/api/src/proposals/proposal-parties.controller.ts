import { Access, type Actor, scopeOf } from '#access';
import { PartiesDto } from '#contracts';
import { CurrentActor, UuidParam } from '#platform/http';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AgreementParties } from '../agreements/agreement-parties.js';
import { readProposals } from './proposal-rules.js';
import { ProposalStore } from './proposal.store.js';

@ApiTags('proposals')
@Controller('v1/proposals/:id/parties')
export class ProposalPartiesController {
  constructor(
    private readonly proposals: ProposalStore,
    private readonly parties: AgreementParties,
  ) {}

  /** Who makes the proposal and to whom, for either of them. */
  @Get()
  @Access(readProposals)
  @ApiOkResponse({ type: PartiesDto })
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<PartiesDto> {
    const { state } = await this.proposals.load(scopeOf(actor), id);
    return this.parties.legalParties(state);
  }
}
