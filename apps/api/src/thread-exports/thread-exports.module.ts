import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { AssistantsModule } from '../assistants/assistants.module.js';
import { ConversationModule } from '../conversation/conversation.module.js';
import { ThreadExportsController } from './thread-exports.controller.js';

@Module({
  imports: [AgreementsModule, AssistantsModule, ConversationModule],
  controllers: [ThreadExportsController],
})
export class ThreadExportsModule {}
