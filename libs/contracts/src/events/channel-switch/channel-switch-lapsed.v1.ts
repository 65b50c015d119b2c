import { IsISO8601 } from 'class-validator';
import { SwitchOfChannelsV1 } from '../channel-switch.shape.js';

/** Its day came without an answer. */
export class ChannelSwitchLapsedV1 extends SwitchOfChannelsV1 {
  static readonly type = 'channel-switch.lapsed.v1';

  @IsISO8601() lapsedAt!: string;
}
