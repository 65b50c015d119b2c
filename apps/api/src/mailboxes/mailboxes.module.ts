import { Module } from '@nestjs/common';
import { ResponseTimeModule } from '../response-time/response-time.module.js';
import { ConnectMailboxHandler } from './connect-mailbox.js';
import { DisconnectMailboxHandler } from './disconnect-mailbox.js';
import { ImapReader } from './imap-reader.js';
import { MailboxMails } from './mailbox-mails.js';
import { MailboxPasswords } from './mailbox-passwords.js';
import { MailboxReadings } from './mailbox-readings.js';
import { MailboxStore } from './mailbox.store.js';
import { MailboxesController } from './mailboxes.controller.js';
import { ReadMailbox } from './read-mailbox.js';
import { ReadingMailboxes } from './reading-mailboxes.js';

@Module({
  imports: [ResponseTimeModule],
  controllers: [MailboxesController],
  providers: [
    ConnectMailboxHandler,
    DisconnectMailboxHandler,
    ImapReader,
    MailboxMails,
    MailboxPasswords,
    MailboxReadings,
    MailboxStore,
    ReadMailbox,
    ReadingMailboxes,
  ],
  exports: [MailboxReadings, MailboxStore],
})
export class MailboxesModule {}
