import { Access, type AccessRule, type Actor, agencyTeam, businessTeam, scopeOf } from '#access';
import { type ChannelHookDto, ChannelHookPageDto, MakeChannelHookDto, NewChannelHookDto } from '#contracts';
import { CurrentCall } from '#platform/endpoints';
import { Answer, byId, CurrentActor, Idempotent, Now, PageQuery, type PageRequest, UuidParam } from '#platform/http';
import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import type { Call } from '../call.js';
import { TalkingEngagements } from '../conversation/talking-engagements.js';
import { ChannelHookSecrets } from './channel-hook-secrets.js';
import { type ChannelHook, ChannelHookStore } from './channel-hook.store.js';

const teams = [...agencyTeam, ...businessTeam] as const;
const read: AccessRule = { roles: teams, scope: 'engagements:read' };
/** A key can't make what opens a door. */
const manage: AccessRule = { roles: teams, scope: null };

@ApiTags('conversation')
@Controller('v1/engagements/:id/channel-hooks')
export class ChannelHooksController {
  constructor(
    private readonly hooks: ChannelHookStore,
    private readonly secrets: ChannelHookSecrets,
    private readonly talking: TalkingEngagements,
  ) {}

  /**
   * Makes an address to which a channel sends its messages, signed as Standard Webhooks are: header `webhook-signature`, by
   * the secret, which is shown once. What it tells of counts as told by the side that made it.
   */
  @Post()
  @Idempotent({ secretAnswer: true })
  @ApiCreatedResponse({ type: NewChannelHookDto })
  @Access(manage)
  async make(
    @CurrentCall() { actor, now }: Call,
    @UuidParam() engagementId: string,
    @Body() { channel }: MakeChannelHookDto,
  ): Promise<Answer<NewChannelHookDto>> {
    const parties = await this.talking.of(actor, engagementId);
    const { organisationId } = actor;
    const id = uuidv7();
    await this.hooks.make(scopeOf(actor), parties, { id, organisationId, channel, now });
    const madeBy = organisationId === parties.businessId ? 'business' : 'agency';
    const hook = { id, engagementId, channel, madeBy, madeAt: now, path: pathOf(id) } as const;
    const location = `/v1/engagements/${engagementId}/channel-hooks/${id}`;
    return new Answer({ ...hook, secret: this.secrets.of(id) }, { location }, 201);
  }

  /** Those that work, of both sides. */
  @Get()
  @Access(read)
  async list(
    @CurrentActor() actor: Actor,
    @UuidParam() engagementId: string,
    @PageQuery() page: PageRequest,
  ): Promise<ChannelHookPageDto> {
    await this.talking.of(actor, engagementId);
    return byId.page(
      page,
      (after, limit) => this.hooks.list(scopeOf(actor), engagementId, limit, after?.id ?? null),
      hookDto,
    );
  }

  /** Ends one that one's own side made: it takes nothing any more. */
  @Delete(':hookId')
  @HttpCode(204)
  @Access(manage)
  async end(
    @CurrentActor() actor: Actor,
    @UuidParam() engagementId: string,
    @UuidParam('hookId') id: string,
    @Now() now: string,
  ): Promise<void> {
    await this.talking.of(actor, engagementId);
    await this.hooks.end(scopeOf(actor), { id, engagementId, organisationId: actor.organisationId, now });
  }
}

const pathOf = (hookId: string): string => `/v1/channel-hooks/${hookId}/deliveries`;

const hookDto = ({ id, engagementId, channel, madeBy, madeAt }: ChannelHook): ChannelHookDto => ({
  id,
  engagementId,
  channel,
  madeBy,
  madeAt: madeAt.toISOString(),
  path: pathOf(id),
});
