import { Access, type AccessRule, type Actor } from '#access';
import { AskErasureDto, ErasureDto, OwnErasuresDto } from '#contracts';
import { DomainError } from '#domain';
import { CurrentChange, Step } from '#platform/endpoints';
import { Answer, CurrentActor, LimitedAsSigningIn, Now, versioned } from '#platform/http';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import type { Change } from '../call.js';
import { AskErasure } from './ask-erasure.js';
import { ErasureStore } from './erasure.store.js';
import { SettleErasure } from './settle-erasure.js';

/** What concerns a person herself; a key is none. */
const oneself: AccessRule = { roles: 'any', scope: null, unconfirmed: true };

@ApiTags('account')
@Controller('v1/account/erasures')
export class OwnErasuresController {
  constructor(
    private readonly commands: CommandBus,
    private readonly erasures: ErasureStore,
  ) {}

  /**
   * Asks to be erased: an administrator does it, or it is done by itself after a month. Whoever has nothing in the way can delete
   * herself at once.
   */
  @Post()
  @LimitedAsSigningIn()
  @HttpCode(201)
  @Access(oneself)
  @ApiCreatedResponse({ type: ErasureDto })
  async ask(
    @CurrentActor() actor: Actor,
    @Body() { password }: AskErasureDto,
    @Now() now: string,
  ): Promise<Answer<ErasureDto>> {
    const erasure = await this.commands.execute(new AskErasure({ actor, password, now }));
    return new Answer(erasure, { location: '/v1/account/erasures' }, 201);
  }

  /** What one has asked, what stands in its way, and what became of it. */
  @Get()
  @Access(oneself)
  async list(@CurrentActor() actor: Actor): Promise<OwnErasuresDto> {
    return { items: await this.erasures.of(personOf(actor)) };
  }

  /** One has thought better of it. */
  @Step(':id/withdrawal', oneself, ErasureDto)
  async withdraw(@CurrentChange() { actor, id, expectedVersion, now }: Change): Promise<Answer<ErasureDto>> {
    const way = { as: 'withdrawn' } as const;
    const settling = { id, way, of: personOf(actor), by: null, expectedVersion, now };
    const erasure = await this.commands.execute(new SettleErasure(settling));
    return versioned(erasure, erasure.version);
  }
}

function personOf({ userId }: Actor): string {
  if (userId === null) throw new DomainError('auth.forbidden');
  return userId;
}
