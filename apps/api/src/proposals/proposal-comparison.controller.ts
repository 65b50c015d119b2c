import { Access, type AccessRule, type Actor, businessReaders, businessSignatories } from '#access';
import { ProposalComparisonDto } from '#contracts';
import { CurrentActor, Now, UuidParam } from '#platform/http';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CompareProposals } from './compare-proposals.js';

/** What others offer is for the business alone. */
const compare: AccessRule = { roles: [...businessReaders, ...businessSignatories], scope: 'proposals:read' };

@ApiTags('proposals')
@Controller('v1/needs/:id/proposal-comparison')
export class ProposalComparisonController {
  constructor(private readonly proposals: CompareProposals) {}

  /**
   * The open proposals of a need side by side, the cheapest first: what the whole term comes to with commission and today's tax, and
   * duty by duty; how soon the agency answers by its standing terms; what it suggests; and what the assistant doesn't cover. Fifty at most, of each
   * agency in turn.
   */
  @Get()
  @Access(compare)
  @ApiOkResponse({ type: ProposalComparisonDto })
  read(@CurrentActor() actor: Actor, @UuidParam() id: string, @Now() now: string): Promise<ProposalComparisonDto> {
    return this.proposals.of(actor, id, now);
  }
}
