import { Access } from '#access';
import { ErasureDto, ErasurePageDto, ErasureQueryDto, RefuseErasureDto } from '#contracts';
import { CurrentChange, Reading, Step } from '#platform/endpoints';
import { type Answer, byId, PageQuery, type PageRequest, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Change } from '../call.js';
import { ErasureStore } from './erasure.store.js';
import { actAsAdministrator, readAsAdministrator } from '../admin-rules.js';
import { SettleErasure } from './settle-erasure.js';

@ApiTags('administration')
@Controller('v1/admin/erasures')
export class ErasuresController {
  constructor(
    private readonly commands: CommandBus,
    private readonly erasures: ErasureStore,
  ) {}

  /** Who asks to be erased, in the order in which they asked, by ids: their words and names are nobody's here. */
  @Get()
  @Access(readAsAdministrator)
  list(@Query() { status }: ErasureQueryDto, @PageQuery() page: PageRequest): Promise<ErasurePageDto> {
    return byId.page(
      page,
      (after, limit) => this.erasures.page(status, after?.id ?? null, limit),
      (erasure) => erasure,
    );
  }

  /** One request. */
  @Reading(':id', readAsAdministrator, ErasureDto)
  async one(@UuidParam() id: string): Promise<Answer<ErasureDto>> {
    const erasure = await this.erasures.one(id);
    return versioned(erasure, erasure.version);
  }

  /** Erases whoever asked: address, name and password go, and what the law keeps names her by a pseudonym. */
  @Step(':id/completion', actAsAdministrator, ErasureDto)
  complete(@CurrentChange() change: Change): Promise<Answer<ErasureDto>> {
    return this.settle(change, { as: 'done' });
  }

  /** Says why somebody is not erased. */
  @Step(':id/refusal', actAsAdministrator, ErasureDto)
  refuse(@CurrentChange() change: Change, @Body() { reason }: RefuseErasureDto): Promise<Answer<ErasureDto>> {
    return this.settle(change, { as: 'refused', reason });
  }

  private async settle(
    { actor, id, expectedVersion, now }: Change,
    way: SettleErasure['way'],
  ): Promise<Answer<ErasureDto>> {
    const settling = { id, way, of: null, by: actor.userId, expectedVersion, now };
    const erasure = await this.commands.execute(new SettleErasure(settling));
    return versioned(erasure, erasure.version);
  }
}
