import { type Mail, MailTransport } from '#platform/mail';

/** Keeps what is sent, for a test to read; fails once for each address that it is told to. */
export class KeptMails extends MailTransport {
  readonly all: Mail[] = [];
  readonly failsOnceFor = new Set<string>();

  override async send(mail: Mail): Promise<void> {
    if (this.failsOnceFor.delete(mail.to)) throw new Error('the server is away');
    this.all.push(mail);
  }

  override async close(): Promise<void> {
    // Nothing is open.
  }

  to(address: string): Mail[] {
    return this.all.filter(({ to }) => to === address);
  }
}
