import { Access, type Actor, administrators, agencyTeam, scopeOf } from '#access';
import { ClearanceQueryDto, ClearanceSummaryPageDto } from '#contracts';
import { CurrentActor, PageQuery, type PageRequest } from '#platform/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { clearanceSummaryDto } from './clearance.dto-mapping.js';
import { ClearanceStore } from './clearance.store.js';

@ApiTags('clearances')
@Controller('v1/clearances')
export class AgencyClearancesController {
  constructor(private readonly clearances: ClearanceStore) {}

  /** Those of all of the agency's assistants: what waits for an assessor, what ends soon, what is to be put right. */
  @Get()
  @Access({ roles: [...agencyTeam, 'agency.assessor', ...administrators], scope: 'clearances:read' })
  list(
    @CurrentActor() actor: Actor,
    @Query() query: ClearanceQueryDto,
    @PageQuery() page: PageRequest,
  ): Promise<ClearanceSummaryPageDto> {
    return this.clearances.list(scopeOf(actor), query, page, clearanceSummaryDto);
  }
}
