import { Module } from '@nestjs/common';
import { MailOutbox } from './mail-outbox.js';
import { MailSending } from './mail-sending.js';

@Module({ providers: [MailOutbox, MailSending], exports: [MailOutbox] })
export class MailsModule {}
