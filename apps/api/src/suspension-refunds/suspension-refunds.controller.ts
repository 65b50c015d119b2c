import { Access, type AccessRule, type Actor, administrators, agencyTeam, businessReaders, scopeOf } from '#access';
import { SuspensionRefundPageDto } from '#contracts';
import { CurrentActor, PageQuery, type PageRequest, UuidParam } from '#platform/http';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EngagementStore } from '../work-records/engagement.store.js';
import { SuspensionRefundStore } from './suspension-refund.store.js';

const read: AccessRule = { roles: [...businessReaders, ...agencyTeam, ...administrators], scope: 'ledger:read' };

@ApiTags('refunds')
@Controller('v1/engagements/:id/suspension-refunds')
export class SuspensionRefundsController {
  constructor(
    private readonly refunds: SuspensionRefundStore,
    private readonly engagements: EngagementStore,
  ) {}

  /** What went back to the business by itself because the agency was suspended, the latest first. */
  @Get()
  @Access(read)
  async list(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @PageQuery() page: PageRequest,
  ): Promise<SuspensionRefundPageDto> {
    await this.engagements.loadOf(actor, id);
    return this.refunds.list(scopeOf(actor), id, page);
  }
}
