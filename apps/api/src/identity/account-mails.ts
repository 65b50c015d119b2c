import { Inject, Injectable } from '@nestjs/common';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';
import { MailOutbox } from '../mails/mail-outbox.js';
import { type MailLanguage, writeMail } from '../mails/mail-templates.js';
import { AccountCodeStore, type CodePurpose } from './account-code.store.js';

export interface Addressee {
  readonly userId: string;
  readonly email: string;
  readonly displayName: string;
  readonly language: MailLanguage;
}

/** Where the pages of whoever has put some before the api take a code. */
const pages = { 'confirm-address': 'confirm-address', 'reset-password': 'reset-password', invitation: 'join' } as const;

/** Mail about accounts, written as part of the ambient transaction. */
@Injectable()
export class AccountMails {
  constructor(
    private readonly outbox: MailOutbox,
    private readonly codes: AccountCodeStore,
    @Inject(apiSettingsToken) private readonly settings: ApiSettings,
  ) {}

  /** Whether an address counts as confirmed from the start. */
  isConfirmedAlready(email: string): boolean {
    const { mustConfirm, confirmedAddresses = [] } = this.settings.mail;
    return !mustConfirm || confirmedAddresses.includes(email);
  }

  /** Sends a code to an address, unless it got too many lately. */
  async sendCode(purpose: CodePurpose, to: Addressee, now: string): Promise<void> {
    const code = await this.codes.issue(to.userId, purpose, now);
    if (code === null) return;
    const facts = { name: to.displayName, organisation: '', code, link: this.linkTo(purpose, code) };
    await this.outbox.add(to.email, writeMail(purpose, to.language, facts), now);
  }

  async invite(
    {
      email,
      language,
      organisation,
      token,
    }: { email: string; language: MailLanguage; organisation: string; token: string },
    now: string,
  ): Promise<void> {
    const facts = { name: '', organisation, code: token, link: this.linkTo('invitation', token) };
    await this.outbox.add(email, writeMail('invitation', language, facts), now);
  }

  /** After the `#`, where it gets into no log of a server. */
  private linkTo(page: keyof typeof pages, code: string): string {
    const { webUrl } = this.settings.mail;
    return webUrl === null ? '' : `${webUrl.replace(/\/$/, '')}/${pages[page]}#${code}`;
  }
}
