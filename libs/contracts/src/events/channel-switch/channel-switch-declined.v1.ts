import { IsISO8601 } from 'class-validator';
import { SwitchOfChannelsV1 } from '../channel-switch.shape.js';

/** The other side keeps to the channel that is agreed. */
export class ChannelSwitchDeclinedV1 extends SwitchOfChannelsV1 {
  static readonly type = 'channel-switch.declined.v1';

  @IsISO8601() declinedAt!: string;
}
