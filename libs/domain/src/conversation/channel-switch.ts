import { every } from '../every.js';
import type { Brand } from '../ids.js';
import type { Channel } from '../need/need.js';
import type { Party } from '../organisation/party.js';
import type { Side } from '../responsibilities/agreement/agreement.js';
import type { Engagement } from '../responsibilities/work/engagement.js';
import type { AgreedChannel } from './agreed-channels.js';
import type { TalkingParties } from './message.js';

export type ChannelSwitchId = Brand<string, 'ChannelSwitchId'>;

/** One channel in the place of another from a day on: one side proposes it, and it takes the other one to agree. */
interface SwitchOfChannels extends TalkingParties {
  readonly switchId: ChannelSwitchId;
  readonly from: Channel;
  readonly to: Channel;
  /** The local date in the zone of the agreement, and the instant at which that day begins there. */
  readonly startsOn: string;
  readonly startsAt: string;
  readonly proposedBy: Side;
  readonly proposedAt: string;
}
export interface ProposedSwitch extends SwitchOfChannels {
  readonly status: 'proposed';
}
export interface ClosedSwitch extends SwitchOfChannels {
  /** Agreed by the other side, declined by it, taken back by who proposed it, or left until its day had come. */
  readonly status: 'agreed' | 'declined' | 'lapsed' | 'withdrawn';
  readonly closedAt: string;
}
export type ChannelSwitch = ClosedSwitch | ProposedSwitch;
export const channelSwitchStatuses = every<ChannelSwitch['status']>({
  agreed: true,
  declined: true,
  lapsed: true,
  proposed: true,
  withdrawn: true,
});

export interface ProposeSwitch {
  readonly type: 'proposeSwitch';
  readonly switchId: ChannelSwitchId;
  readonly by: Party;
  readonly engagement: Engagement;
  /** All channels that were ever agreed. */
  readonly channels: readonly AgreedChannel[];
  readonly from: Channel;
  readonly to: Channel;
  readonly startsOn: string;
  /** Of the terms in force. */
  readonly timeZone: string;
  readonly endsOn: string;
  readonly now: string;
}
export interface AgreeToSwitch {
  readonly type: 'agreeToSwitch';
  readonly by: Party;
  readonly channels: readonly AgreedChannel[];
  readonly now: string;
}
export interface DeclineSwitch {
  readonly type: 'declineSwitch';
  readonly by: Party;
  readonly now: string;
}
export interface WithdrawSwitch {
  readonly type: 'withdrawSwitch';
  readonly by: Party;
  readonly now: string;
}
/** Its day has come without an answer. */
export interface LapseSwitch {
  readonly type: 'lapseSwitch';
  readonly now: string;
}
export type ChannelSwitchCommand = AgreeToSwitch | DeclineSwitch | LapseSwitch | WithdrawSwitch;

export type SwitchProposed = { readonly type: 'switchProposed'; readonly proposed: ProposedSwitch };
export type SwitchClosed = {
  readonly type: 'switchAgreed' | 'switchDeclined' | 'switchLapsed' | 'switchWithdrawn';
  readonly closedAt: string;
};
export type ChannelSwitchFact = SwitchClosed | SwitchProposed;
