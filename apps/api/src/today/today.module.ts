import { Module } from '@nestjs/common';
import { AssistantsModule } from '../assistants/assistants.module.js';
import { BookingsModule } from '../bookings/bookings.module.js';
import { ConversationModule } from '../conversation/conversation.module.js';
import { EngagementsModule } from '../engagements/engagements.module.js';
import { TodayController } from './today.controller.js';

@Module({
  imports: [AssistantsModule, BookingsModule, ConversationModule, EngagementsModule],
  controllers: [TodayController],
})
export class TodayModule {}
