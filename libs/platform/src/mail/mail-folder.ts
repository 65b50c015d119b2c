import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Mail, MailTransport } from './mail-transport.js';

/** Puts mail into a folder, for whoever tries things out where no mail server is. What it holds opens accounts. */
export class MailFolder extends MailTransport {
  constructor(readonly folder: string) {
    super();
  }

  async send({ id, to, subject, text, html }: Mail): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await this.write(`${id}.html`, html);
    await this.write(`${id}.txt`, `To: ${to}\nSubject: ${subject}\n\n${text}`);
  }

  async close(): Promise<void> {
    // Each mail is a file of its own.
  }

  /** Named when it is complete, so that nobody reads half of it. */
  private async write(name: string, content: string): Promise<void> {
    const target = path.join(this.folder, name);
    await writeFile(`${target}.new`, content, { mode: 0o600 });
    await rename(`${target}.new`, target);
  }
}
