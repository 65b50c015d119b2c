import { Access, type AccessRule, type Actor, administrators, agencyWorkers } from '#access';
import { AssistantScorecardDto } from '#contracts';
import { CurrentActor, Now, UuidParam } from '#platform/http';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EngagementReads } from './engagement-reads.js';

const read: AccessRule = { roles: [...agencyWorkers, ...administrators], scope: 'engagements:read' };

@ApiTags('engagements')
@Controller('v1/assistants/:id/scorecard')
export class AssistantScorecardController {
  constructor(private readonly reads: EngagementReads) {}

  /** How an assistant works, over all engagements in which something fell due in the last year; she reads her own. */
  @Get()
  @Access(read)
  scorecard(@CurrentActor() actor: Actor, @UuidParam() id: string, @Now() now: string): Promise<AssistantScorecardDto> {
    return this.reads.assistantScorecard(actor, id, now);
  }
}
