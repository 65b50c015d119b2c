import type { Feature } from '../feature.js';
import { ChannelSwitches1796035644000 } from '../migrations/1796035644000-channel-switches.js';
import { ChannelSwitchRow } from './channel-switch.row.js';
import { ChannelSwitchesModule } from './channel-switches.module.js';

export const channelSwitches: Feature = {
  module: ChannelSwitchesModule,
  rows: [ChannelSwitchRow],
  migrations: [ChannelSwitches1796035644000],
};
