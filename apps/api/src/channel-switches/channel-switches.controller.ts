import { Access, type AccessRule, type Actor, agencySignatories, businessSignatories, scopeOf } from '#access';
import { ChannelSwitchDto, ChannelSwitchPageDto, ChannelSwitchQueryDto, ProposeSwitchDto } from '#contracts';
import { type ChannelSwitch, type ChannelSwitchId, demand } from '#domain';
import type { Versioned } from '#platform/database';
import { Creation, CurrentCall, CurrentNestedChange, Reading, Step } from '#platform/endpoints';
import { type Answer, CurrentActor, PageQuery, type PageRequest, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import type { Call, NestedChange } from '../call.js';
import { readConversation } from '../conversation/conversation-rules.js';
import { TalkingEngagements } from '../conversation/talking-engagements.js';
import { AnswerSwitch } from './answer-switch.js';
import { ChannelSwitchStore } from './channel-switch.store.js';
import { ProposeSwitch } from './propose-switch.js';

/** Channels are part of what was signed. */
const sign: AccessRule = { roles: [...agencySignatories, ...businessSignatories], scope: 'agreements:write' };
const named = { parameter: 'switchId', required: false } as const;

@ApiTags('conversation')
@Controller('v1/engagements/:id/channel-switches')
export class ChannelSwitchesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly switches: ChannelSwitchStore,
    private readonly talking: TalkingEngagements,
  ) {}

  /** Proposes to talk in another channel from a day on; it takes the other side to agree. One at a time. */
  @Creation(sign, ChannelSwitchDto)
  async propose(
    @CurrentCall() call: Call,
    @UuidParam() engagementId: string,
    @Body() { from, to, startsOn }: ProposeSwitchDto,
  ): Promise<Answer<ChannelSwitchDto>> {
    const switchId = uuidv7() as ChannelSwitchId;
    const proposed = await this.commands.execute(
      new ProposeSwitch({ ...call, switchId, engagementId, from, to, startsOn }),
    );
    const location = `/v1/engagements/${engagementId}/channel-switches/${switchId}`;
    return versioned(switchDto(proposed), proposed.version, { location });
  }

  /** What was proposed, oldest first, and what became of it. */
  @Get()
  @Access(readConversation)
  async list(
    @CurrentActor() actor: Actor,
    @UuidParam() engagementId: string,
    @PageQuery() page: PageRequest,
    @Query() { status }: ChannelSwitchQueryDto,
  ): Promise<ChannelSwitchPageDto> {
    await this.talking.of(actor, engagementId);
    return this.switches.page(scopeOf(actor), { engagementId, status }, page, switchDto);
  }

  /** One of them. */
  @Reading(':switchId', readConversation, ChannelSwitchDto)
  async read(
    @CurrentActor() actor: Actor,
    @UuidParam() engagementId: string,
    @UuidParam('switchId') id: string,
  ): Promise<Answer<ChannelSwitchDto>> {
    await this.talking.of(actor, engagementId);
    const found = await this.switches.load(scopeOf(actor), id);
    demand(found.state.engagementId === engagementId, 'channel-switch.not-found');
    return versioned(switchDto(found), found.version);
  }

  /** The other side agrees: the old channel ends and the new one begins with that day. */
  @Step(':switchId/acceptance', sign, ChannelSwitchDto)
  accept(@CurrentNestedChange(named) change: NestedChange): Promise<Answer<ChannelSwitchDto>> {
    return this.answer(change, 'agreeToSwitch');
  }

  /** The other side keeps to what is agreed. */
  @Step(':switchId/declination', sign, ChannelSwitchDto)
  decline(@CurrentNestedChange(named) change: NestedChange): Promise<Answer<ChannelSwitchDto>> {
    return this.answer(change, 'declineSwitch');
  }

  /** Whoever proposed it takes it back. */
  @Step(':switchId/withdrawal', sign, ChannelSwitchDto)
  withdraw(@CurrentNestedChange(named) change: NestedChange): Promise<Answer<ChannelSwitchDto>> {
    return this.answer(change, 'withdrawSwitch');
  }

  private async answer(change: NestedChange, answer: AnswerSwitch['answer']): Promise<Answer<ChannelSwitchDto>> {
    const answered = await this.commands.execute(new AnswerSwitch({ ...change, answer }));
    return versioned(switchDto(answered), answered.version);
  }
}

const switchDto = ({ state, version }: Versioned<ChannelSwitch>): ChannelSwitchDto => ({
  id: state.switchId,
  engagementId: state.engagementId,
  status: state.status,
  from: state.from,
  to: state.to,
  startsOn: state.startsOn,
  startsAt: state.startsAt,
  proposedBy: state.proposedBy,
  proposedAt: state.proposedAt,
  closedAt: state.status === 'proposed' ? null : state.closedAt,
  version,
});
