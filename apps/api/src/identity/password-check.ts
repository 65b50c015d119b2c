import { DomainError } from '#domain';
import { RequestContext } from '#platform/http';
import { AttemptBackoff, PasswordHasher } from '#platform/security';
import { Injectable } from '@nestjs/common';

/** Compares passwords, and makes whoever guesses wait: per account and address, so that nobody locks another out. */
@Injectable()
export class PasswordCheck {
  private readonly backoff = new AttemptBackoff();

  constructor(private readonly passwords: PasswordHasher) {}

  /**
   * A missing account takes the same time and answer as a wrong password, and its guesses are counted as well.
   * @throws DomainError `account.wrong-credentials`, `request.too-many`
   */
  async assertRight(
    account: { readonly passwordHash: string } | null,
    attempt: { email: string; password: string; now: string },
  ): Promise<void> {
    const subject = `${attempt.email.toLowerCase()} ${RequestContext.required().request.ip}`;
    this.backoff.assertMayTry(subject, attempt.now);
    if (await this.passwords.matches(account?.passwordHash ?? null, attempt.password)) {
      this.backoff.succeeded(subject);
      return;
    }
    this.backoff.failed(subject, attempt.now);
    throw new DomainError('account.wrong-credentials');
  }
}
