import { marketplace } from '#access';
import type { DeliveredMessageDto } from '#contracts';
import { dayMs, DomainError, instantMs } from '#domain';
import { Injectable } from '@nestjs/common';
import { InboundAddresses } from '../conversation/inbound-addresses.js';
import { TalkingEngagements, talkingParties } from '../conversation/talking-engagements.js';
import { Attachments } from './attachments.js';
import { DeliverMessage } from './deliver-message.js';
import { MailSenders } from './mail-senders.js';
import { readMail, textOfMail } from './read-mail.js';

/** A mail says itself when it was written; what says something further off came in just now. */
const believedDays = 7;

/** Takes a mail that somebody of the two sides sent to the address of their conversation. */
@Injectable()
export class TakeMail {
  constructor(
    private readonly addresses: InboundAddresses,
    private readonly talking: TalkingEngagements,
    private readonly senders: MailSenders,
    private readonly attachments: Attachments,
    private readonly messages: DeliverMessage,
  ) {}

  /**
   * @param recipient whom the mail server had it for; null for what its headers say
   * @throws DomainError `inbound-mail.…`, `message.…`
   */
  async take(source: Buffer, recipient: string | null, now: string): Promise<DeliveredMessageDto> {
    const mail = await readMail(source);
    const addressed = recipient === null ? mail.to : [recipient];
    const engagementId = addressed.map((address) => this.addresses.engagementOf(address)).find((id) => id !== null);
    if (engagementId === undefined) throw new DomainError('inbound-mail.unknown-address');
    const engagement = await this.talking.seenIn(marketplace, engagementId);
    const sender = mail.from === null ? null : await this.senders.find(mail.from, talkingParties(engagement));
    if (sender === null) throw new DomainError('inbound-mail.unknown-sender');
    const { writtenBy, ...by } = sender;
    const { subject, messageId: externalId, repliesTo, automatic, attachments } = mail;
    const told = {
      channel: 'email',
      origin: 'email',
      externalId,
      automatic,
      writtenBy,
      subject,
      text: textOfMail(mail, []),
      threadId: null,
      repliesTo,
      saidAt: saidAt(mail.date, engagement.startedAt, now),
      question: null,
      promise: null,
      keepsPromise: false,
      accepts: null,
      asksForChange: false,
    } as const;
    const keepFiles = async () => {
      const { fileIds, left } = await this.attachments.keepSome(by, attachments, now);
      return { fileIds, text: textOfMail(mail, left) };
    };
    return this.messages.deliver({ by, engagementId, told, keepFiles, now });
  }
}

const saidAt = (date: string | null, begunAt: string, now: string): string =>
  date !== null && date <= now && date >= begunAt && instantMs(date) >= instantMs(now) - believedDays * dayMs
    ? date
    : now;
