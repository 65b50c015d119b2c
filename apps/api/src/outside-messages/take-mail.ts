import { marketplace } from '#access';
import type { DeliveredMessageDto } from '#contracts';
import { dayMs, DomainError, instantMs } from '#domain';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { InboundAddresses } from '../conversation/inbound-addresses.js';
import { TalkingEngagements, talkingParties } from '../conversation/talking-engagements.js';
import { MailSenders } from './mail-senders.js';
import { readMail } from './read-mail.js';
import { TellMessage } from './tell-message.js';

/** A mail says itself when it was written; what says something further off came in just now. */
const believedDays = 7;

/** Takes a mail that somebody of the two sides sent to the address of their conversation. */
@Injectable()
export class TakeMail {
  constructor(
    private readonly commands: CommandBus,
    private readonly addresses: InboundAddresses,
    private readonly talking: TalkingEngagements,
    private readonly senders: MailSenders,
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
    const { organisationId, userId, writtenBy } = sender;
    const { subject, text, messageId: externalId, repliesTo, automatic } = mail;
    const told = {
      channel: 'email',
      origin: 'email',
      externalId,
      automatic,
      writtenBy,
      subject,
      text,
      threadId: null,
      repliesTo,
      saidAt: saidAt(mail.date, engagement.startedAt, now),
      question: null,
      promise: null,
      keepsPromise: false,
      accepts: null,
      asksForChange: false,
      fileIds: [],
    } as const;
    const by = { organisationId, userId };
    const scope = { kind: 'organisation', organisationId } as const;
    const taken = await this.commands.execute(new TellMessage({ by, scope, engagementId, told, now }));
    return { engagementId, ...taken };
  }
}

const saidAt = (date: string | null, begunAt: string, now: string): string =>
  date !== null && date <= now && date >= begunAt && instantMs(date) >= instantMs(now) - believedDays * dayMs
    ? date
    : now;
