import { scopeOf } from '#access';
import {
  type Channel,
  type ChannelSwitch,
  type ChannelSwitchId,
  decideAboutSwitch,
  decideSwitch,
  DomainError,
  versionInForce,
} from '#domain';
import type { Scope, Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AgreementStore } from '../agreements/agreement.store.js';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { TalkingEngagements } from '../conversation/talking-engagements.js';
import { partyOf } from '../party-of.js';
import { AgreedChannels } from '../work-records/agreed-channels.js';
import { ChannelSwitchStore } from './channel-switch.store.js';

export class ProposeSwitch extends commandOf<
  Call & { switchId: ChannelSwitchId; engagementId: string; from: Channel; to: Channel; startsOn: string },
  Versioned<ChannelSwitch>
>() {}

/** One side proposes another channel from a day on. */
@CommandHandler(ProposeSwitch)
export class ProposeSwitchHandler implements ICommandHandler<ProposeSwitch> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly talking: TalkingEngagements,
    private readonly agreements: AgreementStore,
    private readonly channels: AgreedChannels,
    private readonly switches: ChannelSwitchStore,
  ) {}

  /** @throws DomainError `engagement.not-found`, `engagement.already-ended`, `channel-switch.…` */
  execute({
    actor,
    switchId,
    engagementId,
    from,
    to,
    startsOn,
    now,
  }: ProposeSwitch): Promise<Versioned<ChannelSwitch>> {
    const scope = scopeOf(actor);
    return this.database.transaction(scope, async () => {
      const engagement = await this.talking.byActor(actor, engagementId);
      // Agreement first, as whoever changes its terms or its channels does: neither happens meanwhile.
      const { state: agreement } = await this.agreements.loadLocked(scope, engagementId);
      const terms = versionInForce(agreement)?.terms;
      if (terms === undefined) throw new DomainError('engagement.not-found');
      await this.makeRoom(scope, engagementId, now);
      const channels = await this.channels.of(scope, engagementId);
      const { timeZone, endsOn } = terms;
      const by = partyOf(actor);
      const facts = decideSwitch({
        type: 'proposeSwitch',
        switchId,
        by,
        engagement,
        channels,
        from,
        to,
        startsOn,
        timeZone,
        endsOn,
        now,
      });
      return this.switches.create(scope, switchId, facts);
    });
  }

  /** A proposal whose day has come is in nobody's way. */
  private async makeRoom(scope: Scope, engagementId: string, now: string): Promise<void> {
    const open = await this.switches.proposedIn(scope, engagementId);
    if (open === null) return;
    const { state } = await this.switches.update(scope, open, null, (known) =>
      decideAboutSwitch({ type: 'lapseSwitch', now }, known),
    );
    if (state.status === 'proposed') throw new DomainError('channel-switch.already-proposed', { switchId: open });
  }
}
