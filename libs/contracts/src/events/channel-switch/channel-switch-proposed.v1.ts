import { IsISO8601 } from 'class-validator';
import { SwitchOfChannelsV1 } from '../channel-switch.shape.js';

/** One side proposes to talk in another channel from a day on. */
export class ChannelSwitchProposedV1 extends SwitchOfChannelsV1 {
  static readonly type = 'channel-switch.proposed.v1';

  @IsISO8601() proposedAt!: string;
}
