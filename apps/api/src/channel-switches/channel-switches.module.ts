import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { ConversationModule } from '../conversation/conversation.module.js';
import { WorkRecordsModule } from '../work-records/work-records.module.js';
import { AnswerSwitchHandler } from './answer-switch.js';
import { ChannelSwitchStore } from './channel-switch.store.js';
import { ChannelSwitchesController } from './channel-switches.controller.js';
import { LapsingSwitches } from './lapsing-switches.js';
import { ProposeSwitchHandler } from './propose-switch.js';

@Module({
  imports: [AgreementsModule, ConversationModule, WorkRecordsModule],
  controllers: [ChannelSwitchesController],
  providers: [ChannelSwitchStore, ProposeSwitchHandler, AnswerSwitchHandler, LapsingSwitches],
})
export class ChannelSwitchesModule {}
