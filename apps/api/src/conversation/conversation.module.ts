import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { AssistantsModule } from '../assistants/assistants.module.js';
import { FilesModule } from '../files/files.module.js';
import { ResultWaiterModule } from '../result-waiter/result-waiter.module.js';
import { WorkRecordsModule } from '../work-records/work-records.module.js';
import { AnsweringTimes } from './answering-times.js';
import { ConversationReads } from './conversation-reads.js';
import { ConversationStream } from './conversation-stream.js';
import { ConversationTurn } from './conversation-turn.js';
import { ConversationsController } from './conversations.controller.js';
import { InboundAddresses } from './inbound-addresses.js';
import { MarkThreadReadHandler } from './mark-thread-read.js';
import { MessageStore } from './message.store.js';
import { MessagesController } from './messages.controller.js';
import { OpenThreadHandler } from './open-thread.js';
import { OverdueMessages } from './overdue-messages.js';
import { SendMessageHandler } from './send-message.js';
import { SettleMessageHandler } from './settle-message.js';
import { TalkingEngagements } from './talking-engagements.js';
import { TalkingGuard } from './talking.guard.js';
import { ThreadStore } from './thread.store.js';
import { ThreadsController } from './threads.controller.js';
import { WorkAcceptance } from './work-acceptance.js';

/** What is known of a conversation, for whatever else says something in it. */
const known = [
  AnsweringTimes,
  ConversationReads,
  ConversationTurn,
  InboundAddresses,
  MessageStore,
  TalkingEngagements,
  ThreadStore,
  WorkAcceptance,
];

@Module({
  imports: [AgreementsModule, AssistantsModule, FilesModule, ResultWaiterModule, WorkRecordsModule],
  controllers: [ConversationsController, ThreadsController, MessagesController],
  providers: [
    ...known,
    TalkingGuard,
    ConversationStream,
    OverdueMessages,
    OpenThreadHandler,
    SendMessageHandler,
    SettleMessageHandler,
    MarkThreadReadHandler,
  ],
  exports: known,
})
export class ConversationModule {}
