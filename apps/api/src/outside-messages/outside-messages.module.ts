import { Module } from '@nestjs/common';
import { ConversationModule } from '../conversation/conversation.module.js';
import { FilesModule } from '../files/files.module.js';
import { WorkRecordsModule } from '../work-records/work-records.module.js';
import { Attachments } from './attachments.js';
import { ChannelDeliveriesController } from './channel-deliveries.controller.js';
import { ChannelHookSecrets } from './channel-hook-secrets.js';
import { ChannelHookStore } from './channel-hook.store.js';
import { ChannelHooksController } from './channel-hooks.controller.js';
import { DeliverMessage } from './deliver-message.js';
import { InboundMailsController } from './inbound-mails.controller.js';
import { MailSenders } from './mail-senders.js';
import { OutsideMessagesController } from './outside-messages.controller.js';
import { TakeMail } from './take-mail.js';
import { TellMessageHandler } from './tell-message.js';

@Module({
  imports: [ConversationModule, FilesModule, WorkRecordsModule],
  controllers: [OutsideMessagesController, ChannelHooksController, ChannelDeliveriesController, InboundMailsController],
  providers: [
    TellMessageHandler,
    Attachments,
    DeliverMessage,
    ChannelHookStore,
    ChannelHookSecrets,
    MailSenders,
    TakeMail,
  ],
})
export class OutsideMessagesModule {}
