import { Access, type Actor } from '#access';
import { type HourPackDto, HourPackPageDto } from '#contracts';
import { type HourPack, priceOfPacked } from '#domain';
import type { Versioned } from '#platform/database';
import { CurrentActor, PageQuery, type PageRequest, UuidParam } from '#platform/http';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EngagementStore } from '../work-records/engagement.store.js';
import { readWork } from '../work-records/work-rules.js';
import { HourPackStore } from './hour-pack.store.js';

@ApiTags('time-entries')
@Controller('v1/engagements/:id/hour-packs')
export class HourPacksController {
  constructor(
    private readonly packs: HourPackStore,
    private readonly engagements: EngagementStore,
  ) {}

  /** The packs of hours of an engagement that were bought, the latest period first. */
  @Get()
  @Access(readWork)
  async list(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @PageQuery() page: PageRequest,
  ): Promise<HourPackPageDto> {
    await this.engagements.loadOf(actor, id);
    return this.packs.list(actor, id, page, hourPackDto);
  }
}

function hourPackDto({ state, version }: Versioned<HourPack>): HourPackDto {
  const { hourPackId, agreementId, lineId, description, period, minutes, hourlyRate } = state;
  return {
    id: hourPackId,
    engagementId: agreementId,
    lineId,
    description,
    periodFrom: period.startsOn,
    periodTo: period.endsOn,
    minutes,
    hourlyRate,
    price: priceOfPacked(state, minutes),
    carryOverMinutes: state.carryOverMinutes,
    boughtAt: state.boughtAt,
    invoiceId: state.invoiceId,
    refundedMinutes: state.refundedMinutes,
    version,
  };
}
