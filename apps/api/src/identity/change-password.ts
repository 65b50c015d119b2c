import type { Actor } from '#access';
import { DomainError } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { commandOf } from '../command-of.js';
import { AccountStore } from './account.store.js';
import { NewPasswords } from './new-passwords.js';
import { PasswordCheck } from './password-check.js';

export class ChangePassword extends commandOf<
  { actor: Actor; currentPassword: string; newPassword: string; now: string },
  void
>() {}

/** Sets another password for whoever knows the present one, and ends all sessions but hers. */
@CommandHandler(ChangePassword)
export class ChangePasswordHandler implements ICommandHandler<ChangePassword> {
  constructor(
    private readonly accounts: AccountStore,
    private readonly checks: PasswordCheck,
    private readonly passwords: NewPasswords,
  ) {}

  async execute({ actor, currentPassword, newPassword, now }: ChangePassword): Promise<void> {
    const account = actor.userId === null ? null : await this.accounts.findById(actor.userId);
    if (account === null) throw new DomainError('auth.forbidden');
    const { email, userId, passwordHash } = account;
    await this.checks.assertRight(account, { email, password: currentPassword, now });
    const renewed = await this.passwords.hash({ password: newPassword, email }, ['newPassword']);
    await this.accounts.setPassword(
      { userId, passwordHash: renewed, insteadOf: passwordHash },
      { keptSessionId: actor.sessionId, now },
    );
  }
}
