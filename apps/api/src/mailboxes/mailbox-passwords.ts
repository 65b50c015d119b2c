import { openBytes, sealBytes } from '#platform/security';
import { Inject, Injectable } from '@nestjs/common';
import { hkdfSync } from 'node:crypto';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';

/**
 * Passwords of mailboxes, sealed for the time between two readings. The key is of the configuration: whoever has the database
 * alone can't open them. With another key they are lost, and have to be said again.
 */
@Injectable()
export class MailboxPasswords {
  readonly #key: Buffer;

  constructor(@Inject(apiSettingsToken) { credentialsKey, tokenSecret }: ApiSettings) {
    this.#key = Buffer.from(hkdfSync('sha256', credentialsKey ?? tokenSecret, '', 'ajudant-mailbox-password', 32));
  }

  seal(mailboxId: string, password: string): Buffer {
    return sealBytes(Buffer.from(password), this.#key, mailboxId);
  }

  /** Null where it was sealed with another key. */
  open(mailboxId: string, sealed: Buffer): string | null {
    try {
      return openBytes(sealed, this.#key, mailboxId).toString();
    } catch {
      return null;
    }
  }
}
