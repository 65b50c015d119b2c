import { IsISO8601 } from 'class-validator';
import { SwitchOfChannelsV1 } from '../channel-switch.shape.js';

/** Whoever proposed it took it back. */
export class ChannelSwitchWithdrawnV1 extends SwitchOfChannelsV1 {
  static readonly type = 'channel-switch.withdrawn.v1';

  @IsISO8601() withdrawnAt!: string;
}
