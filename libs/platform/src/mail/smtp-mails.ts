import type { Transporter } from 'nodemailer';
import { calledOut } from '../outbound/index.js';
import { type Mail, MailTransport } from './mail-transport.js';

export interface SmtpSettings {
  /** `smtp://user:password@host:port`, or `smtps:` for TLS from the first byte. */
  readonly url: string;
  /** Who writes, such as `Ajudant <no-reply@example.org>`. */
  readonly from: string;
}

/** A server that doesn't answer for this long is given up, and the mail is tried again later. */
const patienceMs = 15_000;

/** Hands mail to an SMTP server. */
export class SmtpMails extends MailTransport {
  private opened: Promise<Transporter> | null = null;

  private readonly server: URL;

  constructor(private readonly settings: SmtpSettings) {
    super();
    this.server = new URL(settings.url);
  }

  async send({ id, to, subject, text, html, unsubscribeUrl }: Mail): Promise<void> {
    const { from } = this.settings;
    const domain = /@([^@>\s]+)>?$/.exec(from)?.[1] ?? 'ajudant.invalid';
    const headers = { 'Auto-Submitted': 'auto-generated', ...unsubscribing(unsubscribeUrl) };
    const transporter = await this.open();
    await calledOut({ service: 'mail', operation: 'send', server: this.server }, () =>
      transporter.sendMail({ from, to, subject, text, html, headers, messageId: `<${id}@${domain}>` }),
    );
  }

  async close(): Promise<void> {
    if (this.opened !== null) (await this.opened).close();
  }

  /** Loaded when the first mail goes out: a start needn't wait for it. */
  private open(): Promise<Transporter> {
    this.opened ??= import('nodemailer').then(({ createTransport }) =>
      createTransport({
        url: this.settings.url,
        connectionTimeout: patienceMs,
        greetingTimeout: patienceMs,
        socketTimeout: patienceMs,
        disableFileAccess: true,
        disableUrlAccess: true,
      }),
    );
    return this.opened;
  }
}

const unsubscribing = (url: string | null): Record<string, string> =>
  url === null ? {} : { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
