import type { NoticeTopic, Urgency } from '#domain';
import { Inject, Injectable } from '@nestjs/common';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';
import { MailOutbox } from '../mails/mail-outbox.js';
import { writeMail } from '../mails/mail-templates.js';
import type { PartyNames } from './notice-parties.js';
import { type KeptNotice, noticeWords } from './notice-words.js';
import type { Recipient } from './notification-recipients.js';
import { UnsubscribeTokens } from './unsubscribe-tokens.js';

export interface NoticeToMail extends KeptNotice {
  readonly id: string;
  readonly topic: NoticeTopic;
}

type Addressee = Pick<Recipient, 'userId' | 'email' | 'displayName' | 'language' | 'timeZone'>;

/** Mail about what happened, written as part of the ambient transaction. */
@Injectable()
export class NotificationMails {
  constructor(
    private readonly outbox: MailOutbox,
    private readonly tokens: UnsubscribeTokens,
    @Inject(apiSettingsToken) private readonly settings: ApiSettings,
  ) {}

  /** What is told at once. What is essential can't be unsubscribed from. */
  async send(
    to: Addressee,
    notice: NoticeToMail & { readonly urgency: Urgency },
    names: PartyNames,
    now: string,
  ): Promise<void> {
    const { userId, displayName: name, language } = to;
    const token = notice.urgency === 'essential' ? null : this.tokens.issue({ userId, topic: notice.topic });
    const facts = { name, says: noticeWords(notice, names, to), link: this.linkTo(notice), stop: this.pageOf(token) };
    await this.outbox.add(to.email, writeMail('notification', language, facts), now, this.oneClick(token));
  }

  /** What waited for her morning. */
  async sendDigest(to: Addressee, notices: readonly NoticeToMail[], names: PartyNames, now: string): Promise<void> {
    const { userId, displayName: name, language } = to;
    const token = this.tokens.issue({ userId, topic: 'all' });
    const items = notices.map((notice) => ({ says: noticeWords(notice, names, to), link: this.linkTo(notice) }));
    const mail = writeMail('digest', language, { name, stop: this.pageOf(token), items });
    await this.outbox.add(to.email, mail, now, this.oneClick(token));
  }

  private linkTo({ id }: NoticeToMail): string {
    return this.addressOf(`/notifications/${id}`) ?? '';
  }

  /** Where a person says that she wants no more of it: after the `#`, where it gets into no log of a server. */
  private pageOf(token: string | null): string {
    return (token === null ? null : this.addressOf(`/unsubscribe#${token}`)) ?? '';
  }

  /** Where her mail program says so for her (RFC 8058). */
  private oneClick(token: string | null): string | null {
    return token === null ? null : this.addressOf(`/v1/unsubscriptions/${token}`);
  }

  private addressOf(path: string): string | null {
    const { webUrl } = this.settings.mail;
    return webUrl === null ? null : `${webUrl.replace(/\/$/, '')}${path}`;
  }
}
