import { Access, type AccessRule, administrators, agencyTeam, marketplace } from '#access';
import { CommissionDto, CommissionQueryDto, CommissionScheduleDto } from '#contracts';
import { type CommissionSchedule, currencyOf, demandCommissionSchedule, DomainError } from '#domain';
import { CurrentCall, Step } from '#platform/endpoints';
import { UuidParam } from '#platform/http';
import { Body, Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AgencyStore } from '../agencies/agency.store.js';
import { actAsAdministrator } from '../admin-rules.js';
import type { Call } from '../call.js';
import { CommissionRates } from './commission-rates.js';

const read: AccessRule = { roles: [...agencyTeam, ...administrators], scope: 'ledger:read' };

@ApiTags('ledger')
@Controller('v1')
export class CommissionController {
  constructor(
    private readonly rates: CommissionRates,
    private readonly agencies: AgencyStore,
  ) {}

  /** What an agreement that is drafted now would be charged, and by which schedules. */
  @Get('agencies/:id/commission')
  @Access(read)
  read(
    @CurrentCall() { actor, now }: Call,
    @UuidParam() id: string,
    @Query() { currency = 'EUR' }: CommissionQueryDto,
  ): Promise<CommissionDto> {
    if (actor.organisationKind === 'agency' && id !== actor.organisationId) throw new DomainError('agency.not-found');
    return this.rates.read(id, currencyOf(currency, []), now);
  }

  /** Decides what is taken from a day on; agreements that are drafted keep what they say. */
  @Step('admin/agencies/:id/commission-schedules', actAsAdministrator, CommissionDto)
  async decide(
    @CurrentCall() { actor, now }: Call,
    @UuidParam() id: string,
    @Body() { effectiveOn, currency, tiers }: CommissionScheduleDto,
  ): Promise<CommissionDto> {
    await this.agencies.load(marketplace, id);
    const schedule: CommissionSchedule = { effectiveOn, currency: currencyOf(currency, []), tiers };
    demandCommissionSchedule(schedule, now.slice(0, 10));
    await this.rates.decide(id, schedule, actor.userId, now);
    return this.rates.read(id, schedule.currency, now);
  }
}
