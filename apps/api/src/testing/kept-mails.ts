import { type Mail, MailTransport } from '#platform/mail';

/** Keeps what is sent, for a test to read; fails as often as it is told to. */
export class KeptMails extends MailTransport {
  readonly all: Mail[] = [];
  failures = 0;

  override async send(mail: Mail): Promise<void> {
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('the server is away');
    }
    this.all.push(mail);
  }

  override async close(): Promise<void> {
    // Nothing is open.
  }

  to(address: string): Mail[] {
    return this.all.filter(({ to }) => to === address);
  }
}
