import { IsISO8601 } from 'class-validator';
import { SwitchOfChannelsV1 } from '../channel-switch.shape.js';

/** Both sides talk in the new channel from that day on. */
export class ChannelSwitchAgreedV1 extends SwitchOfChannelsV1 {
  static readonly type = 'channel-switch.agreed.v1';

  @IsISO8601() agreedAt!: string;
}
