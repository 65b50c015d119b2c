import { DomainError } from '#domain';
import { RequestContext } from '#platform/http';
import { AttemptBackoff, PasswordHasher } from '#platform/security';
import { emailAddressOf } from '#text';
import { Inject, Injectable } from '@nestjs/common';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';
import { type Account, AccountStore } from './account.store.js';

/** Compares passwords, and makes whoever guesses wait: per account and address, so that nobody locks another out. */
@Injectable()
export class PasswordCheck {
  private readonly backoff = new AttemptBackoff();

  constructor(
    private readonly passwords: PasswordHasher,
    private readonly accounts: AccountStore,
    @Inject(apiSettingsToken) private readonly settings: ApiSettings,
  ) {}

  /**
   * A missing account takes the same time and answer as a wrong password, and its guesses are counted as well.
   * @throws DomainError `account.wrong-credentials`, `request.too-many`
   */
  async assertRight(
    account: Pick<Account, 'userId' | 'passwordHash'> | null,
    attempt: { email: string; password: string; now: string },
  ): Promise<void> {
    const subject = `${emailAddressOf(attempt.email)} ${RequestContext.required().request.ip}`;
    this.backoff.assertMayTry(subject, attempt.now);
    const isKnownToAll = this.settings.knownPasswords?.includes(attempt.password) === true;
    if ((await this.passwords.matches(account?.passwordHash ?? null, attempt.password)) && !isKnownToAll) {
      this.backoff.succeeded(subject);
      if (account !== null) await this.renew(account, attempt.password);
      return;
    }
    this.backoff.failed(subject, attempt.now);
    throw new DomainError('account.wrong-credentials');
  }

  /** The only moment at which a password is known: what was hashed by weaker parameters is hashed by those of now. */
  private async renew(
    { userId, passwordHash }: Pick<Account, 'userId' | 'passwordHash'>,
    password: string,
  ): Promise<void> {
    if (!this.passwords.isOutdated(passwordHash)) return;
    try {
      await this.accounts.renewPassword(userId, passwordHash, await this.passwords.rehash(password));
    } catch (error) {
      // While many sign in there is no turn for it; the next login will do.
      if (!(error instanceof DomainError)) throw error;
    }
  }
}
