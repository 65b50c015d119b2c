import { DomainError, type FieldPath } from '#domain';
import { PasswordHasher } from '#platform/security';
import { emailAddressOf, isBlank } from '#text';
import { Inject, Injectable } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';

/** apps/api/data, which the build copies beside the compiled code. */
const list = new URL('../../data/common-passwords.txt', import.meta.url);
let common: ReadonlySet<string> | null = null;

const comparable = (password: string): string => password.normalize('NFC').trim().toLowerCase();

/** Takes passwords that somebody chooses, and none that are guessed first (NIST SP 800-63B, section 3.1.1.2). */
@Injectable()
export class NewPasswords {
  constructor(
    private readonly hasher: PasswordHasher,
    @Inject(apiSettingsToken) private readonly settings: ApiSettings,
  ) {}

  /**
   * @param at where the password stands
   * @throws DomainError `account.password-blank`, `account.password-common`, `request.too-many`
   */
  async hash({ password, email }: { password: string; email: string }, at: FieldPath): Promise<string> {
    if (isBlank(password)) throw new DomainError('account.password-blank', { at });
    if (this.isGuessable(password, email)) throw new DomainError('account.password-common', { at });
    return this.hasher.hash(password);
  }

  private isGuessable(password: string, email: string): boolean {
    common ??= new Set(readFileSync(list, 'utf8').split('\n'));
    const isKnown = this.settings.knownPasswords?.includes(password) === true;
    return isKnown || common.has(comparable(password)) || emailAddressOf(password) === emailAddressOf(email);
  }
}
