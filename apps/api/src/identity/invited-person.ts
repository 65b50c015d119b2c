import type { AcceptInvitationDto } from '#contracts';
import { DomainError } from '#domain';
import { hashSecret } from '#platform/security';
import { Injectable } from '@nestjs/common';
import { type Account, AccountStore } from './account.store.js';
import { InvitationStore } from './invitation.store.js';
import { NewPasswords } from './new-passwords.js';
import { PasswordCheck } from './password-check.js';

/** Who is about to accept an invitation: a person with an account, which her password was compared with, or a new one. */
export interface InvitedPerson {
  readonly account: Account | null;
  readonly passwordHash: string;
}

/** Looks at passwords of those who accept invitations, before the transaction in which they do. */
@Injectable()
export class InvitedPersons {
  constructor(
    private readonly invitations: InvitationStore,
    private readonly accounts: AccountStore,
    private readonly checks: PasswordCheck,
    private readonly passwords: NewPasswords,
  ) {}

  /** @throws DomainError `invitation.invalid`, `account.wrong-credentials`, `account.password-…`, `request.too-many` */
  async prove({ token, password }: AcceptInvitationDto, now: string): Promise<InvitedPerson> {
    const email = await this.invitations.findEmail(hashSecret(token), now);
    if (email === null) throw new DomainError('invitation.invalid');
    const account = await this.accounts.findByEmail(email);
    if (account === null) {
      return { account, passwordHash: await this.passwords.hash({ password, email }, ['password']) };
    }
    await this.checks.assertRight(account, { email, password, now });
    return { account, passwordHash: account.passwordHash };
  }
}
