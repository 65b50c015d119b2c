import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { AssistantsModule } from '../assistants/assistants.module.js';
import { ResultWaiterModule } from '../result-waiter/result-waiter.module.js';
import { WorkRecordsModule } from '../work-records/work-records.module.js';
import { ConversationReads } from './conversation-reads.js';
import { ConversationStream } from './conversation-stream.js';
import { ConversationsController } from './conversations.controller.js';
import { MarkThreadReadHandler } from './mark-thread-read.js';
import { MessageStore } from './message.store.js';
import { MessagesController } from './messages.controller.js';
import { OpenThreadHandler } from './open-thread.js';
import { OverdueMessages } from './overdue-messages.js';
import { SendMessageHandler } from './send-message.js';
import { SettleMessageHandler } from './settle-message.js';
import { TalkingEngagements } from './talking-engagements.js';
import { TalkingGuard } from './talking.guard.js';
import { ThreadsController } from './threads.controller.js';

@Module({
  imports: [AgreementsModule, AssistantsModule, ResultWaiterModule, WorkRecordsModule],
  controllers: [ConversationsController, ThreadsController, MessagesController],
  providers: [
    TalkingEngagements,
    TalkingGuard,
    MessageStore,
    ConversationReads,
    ConversationStream,
    OverdueMessages,
    OpenThreadHandler,
    SendMessageHandler,
    SettleMessageHandler,
    MarkThreadReadHandler,
  ],
})
export class ConversationModule {}
